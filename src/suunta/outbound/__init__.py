"""What goes out of the house: a folder for each way. Only `client.py` opens a socket."""
