import { kindOf, kinds, type Field, type Kind, type KindId } from './headings.ts'
import { exactScore, likelyScore } from './heading-match.rules.ts'
import { columnLooksLike } from './column-looks.rules.ts'
import type { Table } from './read-table.ts'

/** Which column of a file holds which field: field id to the column's place, counted from 0. */
export type ColumnPlaces = Readonly<Record<string, number>>

/** How a file is understood; what staff see, change and save. */
export type Mapping = {
  readonly kind: KindId
  readonly places: ColumnPlaces
  /** Headings that no field takes: their contents are kept with the row as it came, and not used. */
  readonly unused: readonly string[]
  /** Labels of required fields without a column. */
  readonly missing: readonly string[]
}

/** A mapping that staff saved: field id to heading, as written in the file. */
export type SavedMapping = {
  readonly kind: KindId
  readonly headings: Readonly<Record<string, string>>
}

/**
 * Finds out what a file holds and where: by its headings first, by what the cells look like where a
 * heading says nothing, and by its name where two kinds are equally likely. Null where it is none
 * that is known.
 */
export function mapColumns(table: Table, fileName: string): Mapping | null {
  const byExactHeadings = likeliest(fileName, (kind) =>
    mappingOf(kind, table, exactly(kind, table.headings)),
  )
  const sure =
    byExactHeadings !== null && byExactHeadings.unused.length * 3 <= table.headings.length
  if (sure) return mapAs(kindOf(byExactHeadings.kind), table)
  return likeliest(fileName, (kind) => mapAs(kind, table))
}

/** The mapping of a table that is known to be of this kind. */
export function mapAs(kind: Kind, table: Table): Mapping {
  const exact = exactly(kind, table.headings)
  const likely = fill(kind, table.headings, exact, likelyScore)
  return mappingOf(kind, table, withLooks(kind, table, carerFirst(kind, likely)))
}

function likeliest(fileName: string, map: (kind: Kind) => Mapping): Mapping | null {
  let best: { readonly mapping: Mapping; readonly score: number } | null = null
  for (const kind of kinds) {
    const mapping = map(kind)
    const score = likelihood(kind, mapping, fileName)
    if (score > 0 && (best === null || score > best.score)) best = { mapping, score }
  }
  return best?.mapping ?? null
}

/** A saved mapping laid over a table's headings; a heading that is not there leaves its field without a column. */
export function mapAsSaved(kind: Kind, table: Table, saved: SavedMapping): Mapping {
  const places: Record<string, number> = {}
  for (const field of kind.fields) {
    const at = table.headings.indexOf(saved.headings[field.id] ?? '\0')
    if (at >= 0) places[field.id] = at
  }
  return mappingOf(kind, table, places)
}

function mappingOf(kind: Kind, { headings }: Table, places: ColumnPlaces): Mapping {
  const used = new Set(Object.values(places))
  return {
    kind: kind.id,
    places,
    unused: headings.filter((heading, at) => heading !== '' && !used.has(at)),
    missing: kind.fields
      .filter((field) => isMissing(field, kind, places))
      .map((field) => field.label),
  }
}

/** A register may hold names in two columns or in one. */
function isMissing(field: Field, kind: Kind, places: ColumnPlaces): boolean {
  if (places[field.id] !== undefined) return false
  const named = kind.fields.some(({ id }) => id === 'full_name')
  return field.required || (named && field.id === 'surname' && places['full_name'] === undefined)
}

type Places = Record<string, number>

function exactly(kind: Kind, headings: readonly string[]): Places {
  return carerFirst(kind, fill(kind, headings, {}, exactScore))
}

/** Gives columns to fields that have none yet, the surest pair first. */
function fill(
  kind: Kind,
  headings: readonly string[],
  found: Places,
  score: (heading: string, field: Field) => number,
): Places {
  const places = { ...found }
  const taken = new Set(Object.values(places))
  const fields = kind.fields.filter(({ id }) => places[id] === undefined)
  const pairs = headings.flatMap((heading, at) =>
    taken.has(at)
      ? []
      : fields.map((field) => ({ field: field.id, at, score: score(heading, field) })),
  )
  const likely = pairs
    .filter((pair) => pair.score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
  for (const { field, at } of likely) {
    if (places[field] !== undefined || taken.has(at)) continue
    places[field] = at
    taken.add(at)
  }
  return places
}

/** Where a file of events has but one column of references, it is the carer's, not the event's own. */
function carerFirst(kind: Kind, places: Places): Places {
  const own = places['id']
  const needsCarer =
    kind.fields.some(({ id }) => id === 'carer_id') && places['carer_id'] === undefined
  if (own === undefined || !needsCarer) return places
  const { id: _moved, ...others } = places
  return { ...others, carer_id: own }
}

function withLooks(kind: Kind, table: Table, found: Places): Places {
  const places = { ...found }
  const taken = new Set(Object.values(places))
  for (const field of kind.fields) {
    if (places[field.id] !== undefined) continue
    const at = table.headings.findIndex(
      (_, place) => !taken.has(place) && columnLooksLike(field, table, place),
    )
    if (at < 0) continue
    places[field.id] = at
    taken.add(at)
  }
  return places
}

/** The share of the file's columns that the kind knows, nothing where a required one is missing. */
function likelihood(kind: Kind, mapping: Mapping, fileName: string): number {
  if (mapping.missing.length > 0) return 0
  const known = Object.keys(mapping.places).length
  const plainName = fileName.toLowerCase().replace(/[^a-z]+/g, ' ')
  const named = kind.fileNames.some((part) => plainName.includes(part.replace('_', ' ')))
  return known / (known + mapping.unused.length) + (named ? 0.1 : 0)
}
