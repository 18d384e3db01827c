"""CKAN, the catalogues of open data (avoindata.fi, hri.fi)."""
