-- In the articles of this run, what stands between the offsets of a speaker is the speaker's text.
select
    quote.quote_id as row_key,
    coalesce(
        substring(
            case when quote.in_title then article.title else article.text end,
            quote.speaker_start + 1,
            quote.speaker_end - quote.speaker_start
        ),
        ''
    ) <> quote.speaker_text as is_broken
from checked_quote as quote
inner join checked_article as article using (article_id)
where quote.speaker_text is not null
