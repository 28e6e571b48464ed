-- One row per person or body that an accusation or a criticism is directed at.
create or replace view mart.accusation as
with act as (
    select
        *,
        -- what is complained of begins here: "the mayor of ...", "that the mayor had ..."
        coalesce(
            nullif(
                regexp_extract(
                    quote,
                    '(?i)^.*?[ "”’''](?:of|for|over|had|has|have|is|are|was|were|did|does|would|will|could|should|can|may|might|never)\s'
                ),
                ''
            ),
            quote
        ) as target
    from mart.quote
    where cue_class in ('accusation', 'criticism')
)

select
    act.speaker as accuser,
    mention.entity as accused,
    mention.mention as accused_text,
    act.quote as accusation,
    act.cue_lemma,
    act.cue_class,
    act.outlet,
    act.published_on,
    coalesce(act.uttered_on, act.published_on) as said_on,
    act.article_title,
    act.article_url,
    act.confidence,
    mention.entity_kind as accused_kind,
    mention.char_start as accused_start,
    mention.char_end as accused_end,
    mention.mention_id,
    act.quote_id,
    act.article_id,
    act.outlet_id,
    act.speaker_entity_id as accuser_entity_id,
    mention.entity_id as accused_entity_id
from act
inner join mart.entity_mention as mention
    on
        act.article_id = mention.article_id
        and act.is_in_title = mention.is_in_title
        and act.char_start <= mention.char_start
        and mention.char_end <= act.char_start + length(act.target)
where
    mention.entity_kind in ('person', 'organisation')
    and mention.entity_id is distinct from act.speaker_entity_id
    -- "the mayor's plan" and "the mayor aides" are not the mayor; "that the board misled the mayor" says nothing against the mayor
    and regexp_matches(
        substr(act.quote, mention.char_end - act.char_start + 1),
        case
            when starts_with(act.quote, 'that ')
                then '(?i)^["”’'']?\s+(?:and|or|had|has|have|is|are|was|were|did|does|would|will|could|should|can|may|might|never)\b'
            else '(?i)^["”’'']?(?:$|[,;.]|\s+(?:and|or|of|for|over|on|as|who)\b)'
        end
    )
-- the same name twice in one accusation is accused once
qualify row_number() over (partition by act.quote_id, mention.entity_id order by mention.char_start) = 1;

comment on view mart.accusation is 'One row per person or body that an accusation or a criticism is directed at.';
comment on column mart.accusation.accuser is 'Who accuses: the canonical name of the speaker, or the words of the article.';
comment on column mart.accusation.accused is 'Who is accused: canonical name.';
comment on column mart.accusation.accused_text is 'The words that name the accused.';
comment on column mart.accusation.accusation is 'The accusation in its words.';
comment on column mart.accusation.cue_lemma is 'The cue in its dictionary form, as accuse.';
comment on column mart.accusation.cue_class is 'accusation or criticism.';
comment on column mart.accusation.outlet is 'Name of the publisher.';
comment on column mart.accusation.published_on is 'Day of publication, NULL where the page does not state it.';
comment on column mart.accusation.said_on is 'Day on which it was said, or else published.';
comment on column mart.accusation.article_title is 'Headline of the article.';
comment on column mart.accusation.article_url is 'Address of the article.';
comment on column mart.accusation.confidence is 'How sure the accusation is a quote of this speaker, 0 to 1.';
comment on column mart.accusation.accused_kind is 'person or organisation.';
comment on column mart.accusation.accused_start is 'First character of the words that name the accused, in the text or the title, from 0.';
comment on column mart.accusation.accused_end is 'Character after the last of these words.';
comment on column mart.accusation.mention_id is 'Key of the mention that names the accused.';
comment on column mart.accusation.quote_id is 'Key of the quote.';
comment on column mart.accusation.article_id is 'Key of the article.';
comment on column mart.accusation.outlet_id is 'Key of the publisher.';
comment on column mart.accusation.accuser_entity_id is 'Key of the accuser, NULL where not known.';
comment on column mart.accusation.accused_entity_id is 'Key of the accused, NULL where not known.';
