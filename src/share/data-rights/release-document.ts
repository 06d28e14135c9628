import { fact, facts, heading, list, paragraph, subheading } from '#platform/documents/blocks.ts'
import type { Block, Document } from '#platform/documents/document.ts'
import { inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import type { HomeAuthority } from '#platform/web/house.ts'
import type { Change } from './data-rights.ts'
import { columnWords, momentWords, readableRow, tableWords, valueWords } from './held-words.ts'
import type { DataRequest } from './data-rights.ts'
import type { Told } from './what-goes-out.ts'

export type ReleaseOf = {
  readonly request: DataRequest
  readonly told: readonly Told[]
  readonly authority: HomeAuthority
  readonly today: IsoDate
}

/** What is held, to be read: table by table, each row with its history, and who looked. */
export function releaseDocument({ request, told, authority, today }: ReleaseOf): Document {
  // The person first, then table by table.
  const tables = [...new Set(told.map(({ table }) => table))].toSorted(
    (one, other) => Number(other === 'person') - Number(one === 'person'),
  )
  return {
    kind: 'report',
    language: 'en-GB',
    title: 'What we hold about you',
    subtitle: request.personName,
    authority: authority.name,
    sender: {
      name: authority.name,
      address: [],
      ...(authority.telephone === null ? {} : { phone: authority.telephone }),
    },
    date: today,
    reference: request.reference,
    body: [
      paragraph(
        `You asked on ${inWords(isoDate(request.receivedOn))} what we hold about you. This is your copy, as it stood on ${inWords(today)}: each thing that we hold, what was changed in it, when and by whom, and who looked at your record.`,
      ),
      paragraph(
        'Where something tells of somebody else, or where the law asks it of us, we may have left it out or put it in other words. Such places say so, or are not here.',
      ),
      paragraph(
        'If something is wrong, tell us and we put it right. If you are not content with our answer, you can complain to the Information Commissioner’s Office: 0303 123 1113.',
      ),
      ...tables.flatMap((table) => [
        heading(tableWords(table)),
        ...told
          .filter((each) => each.table === table)
          .flatMap((each, at) => blocksOf(each, at + 1)),
      ]),
    ],
  }
}

function blocksOf(told: Told, number: number): readonly Block[] {
  const title = subheading(`${tableWords(told.table)}, ${number}`)
  if ('redacted' in told) return [title, paragraph(`In our words: ${told.redacted}`)]
  if (told.table === 'read_log') return [looksOf(told.held)]
  const known = readableRow(told.held).map(([name, value]) => fact(name, value))
  return [
    title,
    ...(known.length === 0 ? [] : [facts(...known)]),
    ...(told.changes.length === 0 ? [] : [list(told.changes.map(changeWords))]),
  ]
}

const actions: Readonly<Record<string, string>> = {
  insert: 'Written down',
  update: 'Changed',
  delete: 'Taken away',
}

function changeWords({ at, action, by, before }: Change): string {
  const was = Object.entries(before ?? {}).map(
    ([column, value]) => `${columnWords(column)} was ${valueWords(value) || 'empty'}`,
  )
  return `${actions[action] ?? action} on ${momentWords(at)}${by === undefined ? '' : ` by ${by}`}${was.length > 0 ? `: ${was.join('; ')}` : action === 'update' ? ': something that was empty' : ''}`
}

type Look = {
  readonly at: string
  readonly who: string
  readonly what: string
  readonly purpose?: string
}

function looksOf(held: Readonly<Record<string, unknown>>): Block {
  const looks = (held['looks'] ?? []) as readonly Look[]
  return list(
    looks.map(
      ({ at, who, what, purpose }) =>
        `${who} looked at the ${what} on ${momentWords(at)}${purpose === undefined ? '' : `, ${purpose}`}`,
    ),
  )
}

/** The same for a machine; the form is described in docs/reference/data-rights.md. */
export function releaseJson({ request, told, authority, today }: ReleaseOf): string {
  return JSON.stringify(
    {
      format: 'alongside-subject-access-1',
      request: request.reference,
      authority: authority.name,
      made_on: today,
      person: { reference: request.personReference, name: request.personName },
      held: told,
    },
    null,
    2,
  )
}
