-- One row per quote that is sure enough, with its speaker, its sources, its article and its outlet.
create or replace view mart.quote as
with source_of_quote as (
    select
        quote_id,
        list(struct_pack(hop := hop, source_text := source_text)) as sources
    from core.quote_source
    group by quote_id
)

select
    coalesce(
        speaker.name,
        case when quote.speaker_mention_kind != 'pronoun' then quote.speaker_text end
    ) as speaker,
    quote.text as quote,
    outlet.name as outlet,
    article.published_on,
    quote.kind,
    coalesce(quote.is_statement, true) as is_statement,
    quote.confidence,
    article.title as article_title,
    article.url as article_url,
    coalesce(principal.name, quote.principal_text) as principal,
    array_to_string(
        list_transform(list_sort(source_of_quote.sources), lambda source: struct_extract(source, 'source_text')), -- noqa: RF02
        ' < '
    ) as source_chain,
    source_of_quote.sources is not null as is_second_hand,
    coalesce(len(source_of_quote.sources), 0) as source_count,
    quote.cue_text,
    quote.cue_lemma,
    quote.cue_class,
    quote.in_title as is_in_title,
    quote.speaker_text,
    quote.speaker_mention_kind,
    quote.speaker_mention_kind not in ('anonymous', 'collective', 'none')
    and (quote.speaker_mention_kind != 'pronoun' or quote.speaker_entity_id is not null) as is_named_speaker,
    speaker.kind as speaker_kind,
    speaker.country_code as speaker_country_code,
    quote.uttered_on,
    quote.uttered_on_text,
    len(string_split(quote.text, ' ')) as word_count,
    outlet.country_code as outlet_country_code,
    quote.rule,
    quote.reader,
    quote.char_start,
    quote.char_end,
    quote.quote_id,
    quote.parent_quote_id,
    quote.article_id,
    article.outlet_id,
    quote.speaker_entity_id,
    quote.principal_entity_id,
    coalesce(article.is_copy, false) as is_copy
from core.quote
inner join core.article using (article_id)
left join core.outlet using (outlet_id)
left join core.entity as speaker on quote.speaker_entity_id = speaker.entity_id
left join core.entity as principal on quote.principal_entity_id = principal.entity_id
left join source_of_quote using (quote_id)
where quote.confidence >= coalesce(try_cast(getvariable('confidence') as double), 0.5);

comment on view mart.quote is 'One row per quote that is sure enough, with its speaker, its sources, its article and its outlet. The bar is a confidence of 0.5; SET VARIABLE confidence = 0.2 moves it, for the marts that count quotes too.';
comment on column mart.quote.speaker is 'Who speaks: the canonical name where it is known, else the words of the article. NULL where it names nobody: a pronoun that could not be resolved is in speaker_text only.';
comment on column mart.quote.quote is 'The words; the pieces of a split quote are joined by " ... ".';
comment on column mart.quote.outlet is 'Name of the publisher.';
comment on column mart.quote.published_on is 'Day of publication of the article, NULL where the page does not state it.';
comment on column mart.quote.kind is 'direct (all in quotation marks), mixed (partly) or indirect (none).';
comment on column mart.quote.is_statement is 'Whether it is a clause or a quotation, rather than the mere mention of an act (denies the allegations).';
comment on column mart.quote.confidence is 'Estimated share of such quotes that have the right words and the right speaker, 0 to 1.';
comment on column mart.quote.article_title is 'Headline of the article.';
comment on column mart.quote.article_url is 'Address of the article.';
comment on column mart.quote.principal is 'For whom a spokesperson speaks.';
comment on column mart.quote.source_chain is 'Where the outlet has the words from, the source next to the speaker first, split by " < ".';
comment on column mart.quote.is_second_hand is 'Whether the outlet names another source that the words came through.';
comment on column mart.quote.source_count is 'Number of sources in the chain.';
comment on column mart.quote.cue_text is 'Words that report the speech.';
comment on column mart.quote.cue_lemma is 'The cue in its dictionary form.';
comment on column mart.quote.cue_class is 'What kind of act the cue makes of it: neutral, claim, denial, accusation, warning and so on.';
comment on column mart.quote.is_in_title is 'Whether the quote stands in the headline.';
comment on column mart.quote.speaker_text is 'Words of the article that stand for the speaker.';
comment on column mart.quote.speaker_mention_kind is 'How the speaker is named: name, surname, acronym, role, pronoun, metonym, demonym, collective, anonymous or none.';
comment on column mart.quote.is_named_speaker is 'Whether the article lets the reader know who speaks: not anonymous, not a group, not an unresolved pronoun, not missing.';
comment on column mart.quote.speaker_kind is 'person, organisation or place.';
comment on column mart.quote.speaker_country_code is 'ISO 3166-1 alpha-2 code of the speaker, where it is known.';
comment on column mart.quote.uttered_on is 'Day on which it was said, where the text allows an answer.';
comment on column mart.quote.uttered_on_text is 'Words that say when.';
comment on column mart.quote.word_count is 'Number of words in the quote, as blanks part them; of languages that part no words (Chinese, Japanese, Thai) a run of signs counts as one.';
comment on column mart.quote.outlet_country_code is 'ISO 3166-1 alpha-2 code of the publisher''s country.';
comment on column mart.quote.rule is 'The construction that found it: clause:that, inverted, string:alone.';
comment on column mart.quote.reader is 'What read the article: en-parse, rules over the parse of English.';
comment on column mart.quote.char_start is 'Offset of the first character in the article''s text (its title where is_in_title), in Unicode code points.';
comment on column mart.quote.char_end is 'Offset after the last character.';
comment on column mart.quote.quote_id is 'Key of the quote.';
comment on column mart.quote.parent_quote_id is 'Key of the quote that reports this one, as where the White House says that Biden warned.';
comment on column mart.quote.article_id is 'Key of the article.';
comment on column mart.quote.outlet_id is 'Key of the publisher.';
comment on column mart.quote.speaker_entity_id is 'Key of the speaker, NULL where it could not be told.';
comment on column mart.quote.principal_entity_id is 'Key of the one for whom a spokesperson speaks.';
comment on column mart.quote.is_copy is 'Whether the article has the text of another that was published first: where not is_copy counts each quote of a text once.';
