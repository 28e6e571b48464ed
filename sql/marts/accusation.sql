-- One row per person or body that an accusation or a criticism is directed at.
create or replace view mart.accusation as
select
    coalesce(
        speaker.name,
        case when quote.speaker_mention_kind != 'pronoun' then quote.speaker_text end
    ) as accuser,
    accused.name as accused,
    accusation.accused_text,
    quote.text as accusation,
    quote.cue_lemma,
    quote.cue_class,
    outlet.name as outlet,
    article.published_on,
    coalesce(quote.uttered_on, article.published_on) as said_on,
    article.title as article_title,
    article.url as article_url,
    quote.confidence,
    coalesce(accused.kind, accusation.accused_kind) as accused_kind,
    accusation.accused_start,
    accusation.accused_end,
    accusation.mention_id,
    accusation.quote_id,
    accusation.article_id,
    article.outlet_id,
    quote.speaker_entity_id as accuser_entity_id,
    accusation.accused_entity_id
from ops.accusation
inner join core.quote using (quote_id, article_id)
inner join core.article using (article_id)
left join core.outlet using (outlet_id)
left join core.entity as speaker on quote.speaker_entity_id = speaker.entity_id
left join core.entity as accused on accusation.accused_entity_id = accused.entity_id
where
    coalesce(accused.kind, accusation.accused_kind) in ('person', 'organisation')
    and quote.confidence >= coalesce(try_cast(getvariable('confidence') as double), 0.5);

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
