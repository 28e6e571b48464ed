-- Articles gain keys by which translations are found: the next run compares all of them anew.
update ops.article_vector set run_id = '';
