-- In the articles of this run, what stands between the offsets of a time mention is its text.
select
    time_mention.article_id || '@' || time_mention.char_start as row_key,
    coalesce(
        substring(
            case when time_mention.in_title then article.title else article.text end,
            time_mention.char_start + 1,
            time_mention.char_end - time_mention.char_start
        ),
        ''
    ) <> time_mention.text as is_broken
from checked_time_mention as time_mention
inner join checked_article as article using (article_id)
