-- One row per change of a page: what it said before and after, and the quotes that came and went.
create or replace view mart.article_change as
-- most pages never change: nothing is read of these
with changed_article as (
    select article_id
    from core.article_version
    group by article_id
    having count(*) > 1
),

state as (
    select
        *,
        lag(version_id) over (partition by article_id order by version_no) as former_id
    from core.article_version
    where article_id in (select changed_article.article_id from changed_article)
),

newest as (
    select
        article_id,
        max_by(version_id, version_no) as version_id
    from state
    group by article_id
),

said as (
    select
        version_id,
        text
    from core.version_quote
    union
    select
        newest.version_id,
        quote.text
    from newest
    inner join core.quote using (article_id)
),

said_piece as (
    select
        version_id,
        text,
        unnest(string_split(text, ' ... ')) as piece
    from said
),

gone_quote as (
    select distinct
        state.version_id,
        said_piece.text
    from state
    inner join said_piece on state.former_id = said_piece.version_id
    where not contains(concat_ws(chr(10), state.title, state.text), said_piece.piece)
),

come_quote as (
    select distinct
        state.version_id,
        said_piece.text
    from state
    inner join state as former on state.former_id = former.version_id
    inner join said_piece on state.version_id = said_piece.version_id
    where not contains(concat_ws(chr(10), former.title, former.text), said_piece.piece)
),

gone as (
    select
        version_id,
        string_agg(text, ' | ' order by text) as quotes,
        count(*) as quote_count
    from gone_quote
    group by version_id
),

come as (
    select
        version_id,
        string_agg(text, ' | ' order by text) as quotes,
        count(*) as quote_count
    from come_quote
    group by version_id
)

select
    outlet.name as outlet,
    state.title,
    state.change_kind,
    state.seen_from as changed_at,
    former.seen_to as unchanged_at,
    former.title as former_title,
    gone.quotes as quotes_gone,
    come.quotes as quotes_come,
    coalesce(gone.quote_count, 0) as gone_quote_count,
    coalesce(come.quote_count, 0) as come_quote_count,
    len(string_split(state.text, ' ')) - len(string_split(former.text, ' ')) as word_count_change,
    article.url,
    state.version_no,
    state.version_id,
    state.article_id,
    article.outlet_id
from state
inner join state as former on state.former_id = former.version_id
inner join core.article on state.article_id = article.article_id
left join core.outlet using (outlet_id)
left join gone on state.version_id = gone.version_id
left join come on state.version_id = come.version_id;

comment on view mart.article_change is 'One row per change of a page: what it said before and after, and the quotes that came and went.';
comment on column mart.article_change.outlet is 'Name of the publisher.';
comment on column mart.article_change.title is 'Headline after the change.';
comment on column mart.article_change.change_kind is 'typo, headline, number, correction, quote_added, quote_removed, quotes_changed, extended, cut or rewritten.';
comment on column mart.article_change.changed_at is 'Time in UTC at which the change was seen first, NULL where that is not known.';
comment on column mart.article_change.unchanged_at is 'Time in UTC at which the page was seen last as it was before.';
comment on column mart.article_change.former_title is 'Headline before the change.';
comment on column mart.article_change.quotes_gone is 'Quotes whose words the text no longer has, split by " | ".';
comment on column mart.article_change.quotes_come is 'Quotes whose words the text did not have before.';
comment on column mart.article_change.gone_quote_count is 'Number of quotes that went.';
comment on column mart.article_change.come_quote_count is 'Number of quotes that came.';
comment on column mart.article_change.word_count_change is 'Words that the text has more, or, below 0, less.';
comment on column mart.article_change.url is 'Address of the page.';
comment on column mart.article_change.version_no is 'Number of the state after the change.';
comment on column mart.article_change.version_id is 'Key of the state after the change.';
comment on column mart.article_change.article_id is 'Key of the article.';
comment on column mart.article_change.outlet_id is 'Key of the publisher.';
