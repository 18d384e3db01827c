"""The page behind the link of a mail: an owner's items, answered one by one, phone first."""
