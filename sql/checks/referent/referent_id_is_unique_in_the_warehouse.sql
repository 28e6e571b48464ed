-- No two rows of the articles of this run have one referent_id.
select
    referent.referent_id as row_key,
    count(*) > 1 as is_broken
from checked_referent as referent
group by referent.referent_id
