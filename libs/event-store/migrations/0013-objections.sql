-- No version before this one reads the types of event in which objections have been recorded since.
update es.format set written = 5, oldest_reader = 5;
