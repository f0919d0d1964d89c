"""PostgreSQL as Django knows it, with one thing more: something may be done right before a transaction ends."""
