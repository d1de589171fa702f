-- No version before this one reads the shapes in which events have been recorded since.
update es.format set written = 4, oldest_reader = 4;
