"""Sotkanet, the statistics bank of THL (https://sotkanet.fi/rest/1.1)."""
