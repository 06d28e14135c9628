// What comes back to somebody: counted in the database, and read at every address that the house has.
import { sql } from 'kysely'
import { extractText } from 'unpdf'
import { asActor } from '#platform/access/as-actor.ts'
import type { TestHouse, TestPage } from '#platform/web/testing.ts'
import { addressOf, type Example, examplesFor } from '../routes/examples.ts'
import type { SignedIn } from '../routes/people.ts'
import { markOf, type RecordTable, type Subject } from './subject.ts'

type Counted = ReadonlyMap<string, { readonly own: number; readonly all: number }>

/** How many rows of each table, about the subject and in all, come back to somebody: the database's own count. */
export async function countedOf(
  house: TestHouse,
  who: SignedIn,
  subject: Pick<Subject, 'id' | 'tables'>,
): Promise<Counted> {
  const each = subject.tables.map(
    ({ name, column }) => sql`
      select ${name} as name, count(*) filter (where ${sql.ref(column)} = ${subject.id}) as own,
             count(*) as "all" from ${sql.table(name)}`,
  )
  return asActor(house.db, who.actor, async (tx) => {
    const { rows } = await sql<{
      name: string
      own: number
      all: number
    }>`${sql.join(each, sql` union all `)}`.execute(tx)
    const inOrder = rows.toSorted((a, b) => (a.name < b.name ? -1 : 1))
    return new Map(
      inOrder.map(({ name, own, all }) => [name, { own: Number(own), all: Number(all) }]),
    )
  })
}

/** Addresses of a route that lead to the subject's own rows, where they stand in it. */
async function ownExamples(
  house: TestHouse,
  path: string,
  subject: Pick<Subject, 'ids'>,
): Promise<{ readonly own: readonly Example[]; readonly all: readonly Example[] }> {
  // That every parameter has examples is asked in every-route.test.ts.
  const all = await examplesFor(house, path).catch((): Example[] => [{}])
  return { all, own: all.filter((each) => Object.values(each).some((id) => subject.ids.has(id))) }
}

const readable = (house: TestHouse) =>
  house.routes.filter(({ method, may }) => method === 'GET' && may !== 'anyone')

/** Every page, file and answer that a signed-in account may ask for, and searches for the subject. */
export async function everyAddress(
  house: TestHouse,
  subject: Pick<Subject, 'ids' | 'reference'>,
): Promise<readonly string[]> {
  const found = [`/search?q=${subject.reference}`]
  for (const { path } of readable(house)) {
    const { own, all } = await ownExamples(house, path, subject)
    found.push(...(own.length > 0 ? own : all).slice(0, 1).map((each) => addressOf(path, each)))
  }
  return found
}

/** Those alone that are about the subject: their own rows stand in the address. */
export async function addressesAbout(
  house: TestHouse,
  subject: Pick<Subject, 'ids'>,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const { path } of readable(house)) {
    const { own } = await ownExamples(house, path, subject)
    found.push(...own.slice(0, 1).map((each) => addressOf(path, each)))
  }
  return found
}

async function textOf({ response, html }: TestPage): Promise<string> {
  if (!String(response.headers['content-type']).startsWith('application/pdf')) return html
  const { text } = await extractText(new Uint8Array(response.rawPayload), { mergePages: true })
  return text
}

/** The tables of which something comes back from these pages, files, lists, searches and answers, and where. */
export async function toldAt(
  who: SignedIn,
  addresses: readonly string[],
  tables: readonly RecordTable[],
): Promise<ReadonlyMap<string, string>> {
  const told = new Map<string, string>()
  for (const at of addresses) {
    const text = (await textOf(await who.get(at))).toLowerCase()
    for (const { name } of tables) if (text.includes(markOf(name))) told.set(name, at)
  }
  return told
}
