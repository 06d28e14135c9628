-- People whose surname has an apostrophe or several words are found by its parts, and by how those
-- sound. New rows get these keys from the rule; here those who stand in the register already do.
-- A test runs this beside the rule and finds the same keys.

create function pg_temp.bare(name text) returns text language sql immutable as $$
  select replace(replace(replace(
    regexp_replace(normalize(lower(name), nfd), '[\u0300-\u036f]', '', 'g'), 'ł', 'l'), 'ø', 'o'), 'ß', 'ss')
$$;

create function pg_temp.fold(name text) returns text language sql immutable as $$
  select btrim(regexp_replace(replace(regexp_replace(pg_temp.bare(name), '[''’‘`´]', '', 'g'), '&', ' and '),
    '[^a-z0-9]+', ' ', 'g'))
$$;

create function pg_temp.is_no_name(name text) returns boolean language sql immutable as $$
  select pg_temp.fold(name) = any (array['', 'unknown', 'unk', 'not known', 'nk', 'n k', 'n a', 'none',
    'no name', 'noname', 'no surname', 'no forename', 'not given', 'not recorded', 'not stated',
    'unspecified', 'surname unknown', 'name unknown', 'unknown name', 'unknown surname',
    'to be confirmed', 'tbc', 'tba', 'tbd', 'x', 'xx', 'xxx', 'xxxx', 'anonymous', 'anon', 'missing',
    'blank', 'null'])
$$;

create function pg_temp.words_of(name text) returns text[] language sql immutable as $$
  select case
    when pg_temp.is_no_name(name) then '{}'::text[]
    when cardinality(words) > 1 and words[1] = any (array['mr', 'mrs', 'miss', 'ms', 'mx', 'dr', 'doctor',
      'prof', 'professor', 'rev', 'reverend', 'revd', 'sir', 'dame', 'cllr', 'councillor'])
      then words[2:]
    else words end
  from (select string_to_array(pg_temp.fold(name), ' ') as words) folded
$$;

create function pg_temp.apostrophes(name text) returns setof text[] language sql immutable as $$
  select regexp_matches(pg_temp.bare(name), '([a-z]+)[''’‘`´]([a-z]{2,})', 'g')
   where not pg_temp.is_no_name(name)
$$;

create function pg_temp.sound(word text) returns text language plpgsql immutable as $$
declare
  name text := regexp_replace(regexp_replace(word, '[^a-z]', '', 'g'), '(.)\1+', '\1', 'g');
begin
  name := regexp_replace(name, '^(?:kn|gn|pn)', 'n');
  name := regexp_replace(name, '^wr', 'r');
  name := regexp_replace(name, '^ps', 's');
  name := regexp_replace(name, '^x', 's');
  name := regexp_replace(name, '^ma?c(?=[^aeiouy])', 'mk');
  name := regexp_replace(name, '^wh', 'w');
  name := regexp_replace(name, '^[aeiou]', 'a');
  name := regexp_replace(name, '^y(?=[^aeiou])', 'a');
  name := regexp_replace(name, '^h(?=[^aeiouy])', '');
  name := regexp_replace(name, '(?<=m)p(?=[st])', '', 'g');
  name := regexp_replace(name, 'ph|v', 'f', 'g');
  name := regexp_replace(name, 'tch', 'x', 'g');
  name := regexp_replace(name, 'sch(?=[^aeiouy])', 'x', 'g');
  name := regexp_replace(name, 'sch', 'sk', 'g');
  name := regexp_replace(name, 'ch(?=[lrt]|[ao]e?l)', 'k', 'g');
  name := regexp_replace(name, 'ch|sh', 'x', 'g');
  name := regexp_replace(name, 'th', 't', 'g');
  name := regexp_replace(name, 'dg', 'j', 'g');
  name := regexp_replace(name, '(?<=[aeiouy])gh', '', 'g');
  name := regexp_replace(name, 'gh', 'g', 'g');
  name := regexp_replace(name, '(?<=[aeiou])g(?=n$)', '', 'g');
  name := regexp_replace(name, 'g(?=[eiy])', 'j', 'g');
  name := regexp_replace(name, 's?c(?=[eiy])', 's', 'g');
  name := regexp_replace(name, 'ck|c|q', 'k', 'g');
  name := regexp_replace(name, '(?<=.)x$', 'ks');
  name := replace(name, 'z', 's');
  name := left(name, 1) || regexp_replace(substr(name, 2), '[aeiouyhw]', '', 'g');
  return regexp_replace(name, '(.)\1+', '\1', 'g');
end $$;

with person_names as materialized (
  select p.authority_id, p.id, p.readers, p.family_name, pg_temp.words_of(p.family_name) as family,
         pg_temp.words_of(p.given_name) || pg_temp.words_of(coalesce(p.known_as, '')) as given
    from person p
   where p.family_name ~ '[^a-zA-Z]'
     and exists (select from search_key k where k.authority_id = p.authority_id and k.person_id = p.id)
), in_parts as materialized (
  select * from person_names n
   where cardinality(family) > 1 or exists (select from pg_temp.apostrophes(n.family_name))
), forms as (
  select id, 'n' as kind, unnest(family) as form from in_parts
  union
  select id, 'n', array_to_string(family[start:], apart)
    from in_parts, generate_series(1, cardinality(family) - 1) as start, unnest(array[' ', '']) as apart
  union
  select n.id, 'n', unnest(array[around[2], around[1] || ' ' || around[2]])
    from in_parts n, pg_temp.apostrophes(n.family_name) as around
  union
  select id, 's', pg_temp.sound(array_to_string(family, '')) from in_parts
  union
  select part.id, 's', pg_temp.sound(part.word)
    from (select id, unnest(family) as word from in_parts where cardinality(family) > 1
          union select n.id, around[2] from in_parts n, pg_temp.apostrophes(n.family_name) as around) part
   where length(part.word) > 2
     and part.word <> all (array['van', 'von', 'der', 'den', 'del', 'della', 'dos', 'das', 'los', 'las',
                                 'bin', 'ibn', 'ter', 'ten'])
), firsts as (
  select id, 'n' as kind, unnest(given) as form from in_parts
  union
  select id, 's', pg_temp.sound(word) from (select id, unnest(given) as word from in_parts) named
), keys as (
  select l.id, l.kind, l.form as last, f.form as first
    from forms l left join firsts f on f.id = l.id and f.kind = l.kind and f.form <> ''
   where l.form <> ''
)
insert into search_key (authority_id, key, person_id, readers)
select n.authority_id, ordered.key, n.id, n.readers
  from keys k
  join in_parts n on n.id = k.id
 cross join lateral (select k.kind || ':' || concat_ws(' ', k.last, k.first) || ' ' as key
                     union select k.kind || ':' || concat_ws(' ', k.first, k.last) || ' ') ordered
on conflict do nothing;

drop function pg_temp.sound(text), pg_temp.apostrophes(text), pg_temp.words_of(text),
  pg_temp.is_no_name(text), pg_temp.fold(text), pg_temp.bare(text);
