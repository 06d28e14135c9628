import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { html } from '#platform/lib/html.ts'
import { form } from '#platform/web/form.ts'
import { text, whole } from '#platform/web/fields.ts'
import { file, page, see, show, showConflict, type PageView } from '#platform/web/page.ts'
import { findNewestCount } from '#people/places/establishments.sql.ts'
import { confirmReceipt } from '../confirm-receipt.ts'
import { countPatients } from '../count-patients.ts'
import { practiceListCsv } from '../practice-list.csv.ts'
import { suppressed } from '../practice-list.rules.ts'
import {
  findOwnPractice,
  noteListRead,
  type PracticeList,
  readPracticeList,
} from '../read-practice-list.ts'
import { type Counts, practiceListView } from './practice-list.view.ts'

const practiceQuery = z.object({
  practice: z.coerce.number().int().min(1).max(2_000_000_000).optional().catch(undefined),
  confirmed: z.literal('yes').optional().catch(undefined),
})

const number = { min: 1, max: 1_000_000, words: 'Open the list again' }
const receiptForm = form({
  number: whole('Open the list again', number),
  mark: text('Open the list again', 64),
})

type AsSystem = <T>(reason: string, work: (tx: Tx) => Promise<T>) => Promise<T>

/** Whom a practice may flag as carers, what changed since last time, and its word that it has done so. */
export const practiceListPage = page({
  path: '/practice-list',
  door: 'partner',
  may: ['referrer'],
  query: practiceQuery,
  get: async ({ actor, asActor, asSystem, clock, query }) => {
    const list = await asActor(async (tx) => {
      const practice = await findOwnPractice(tx, actor, query.practice)
      if (practice === null) return null
      const read = await readPracticeList(tx, practice, clock.today())
      await noteListRead(tx, actor, read)
      return read
    })
    if (list === null) return show(noPractice)
    const counts = await countsOf(list, asSystem, actor.authorityId)
    return show(viewOf(list, counts, query.confirmed === 'yes' ? 'confirmed' : null))
  },
  post: async ({ actor, asActor, asSystem, clock, query, body }) => {
    const sent = receiptForm.read(body)
    const done = await asActor(async (tx) => {
      const practice = await findOwnPractice(tx, actor, query.practice)
      if (practice === null) return null
      const shown = sent.ok ? sent.value : { number: Number.MAX_SAFE_INTEGER, mark: '' }
      return { practice, result: await confirmReceipt(tx, { actor, practice, shown, clock }) }
    })
    if (done === null) return show(noPractice)
    if (done.result.ok) return see(`/practice-list?practice=${done.practice.id}&confirmed=yes`)
    const counts = await countsOf(done.result.error, asSystem, actor.authorityId)
    return showConflict(viewOf(done.result.error, counts, 'changed'))
  },
})

/** The same list as a file, a line for each code to add, keep or end. */
export const practiceListCsvPage = page({
  path: '/practice-list.csv',
  door: 'partner',
  may: ['referrer'],
  query: practiceQuery,
  get: ({ actor, asActor, clock, query }) =>
    asActor(async (tx) => {
      const practice = await findOwnPractice(tx, actor, query.practice)
      if (practice === null) return show(noPractice)
      const list = await readPracticeList(tx, practice, clock.today())
      await noteListRead(tx, actor, list)
      return file({
        name: `carers-to-flag-${practice.code ?? practice.id}-${clock.today()}.csv`,
        type: 'text/csv; charset=utf-8',
        body: practiceListCsv(list),
        disposition: 'attachment',
      })
    }),
})

/** The practice's own published count beside ours: numbers of people, so counted by the house. */
async function countsOf(
  { practice, flagged }: PracticeList,
  asSystem: AsSystem,
  authorityId: number,
): Promise<Counts> {
  const { code } = practice
  if (code === null) return { flagged: flagged.length, registered: null, published: null }
  return asSystem('counts of a practice', async (tx) => {
    const registered = (await countPatients(tx, { authorityId, code })).get(code) ?? 0
    const published = (await findNewestCount(tx, code)) ?? null
    return { flagged: flagged.length, registered: suppressed(registered), published }
  })
}

function viewOf(
  list: PracticeList,
  counts: Counts,
  said: 'confirmed' | 'changed' | null,
): PageView {
  return {
    title: 'Carers to flag',
    current: '/practice-list',
    wide: true,
    main: practiceListView({ list, counts, said }),
  }
}

const noPractice: PageView = {
  title: 'Carers to flag',
  current: '/practice-list',
  main: html`<h1 class="govuk-heading-l">Carers to flag</h1>
    <p class="govuk-body">
      This list is for GP practices: the patients who agreed that their practice writes down that
      they are carers. Your account is not at a practice.
    </p>`,
}
