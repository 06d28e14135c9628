import type { Tx } from '#platform/db/database.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukFileUpload } from '#platform/govuk/file-upload.ts'
import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import { refused, type Result } from '#platform/lib/result.ts'
import { choice, hiddenId } from '#platform/web/fields.ts'
import { form, type FormState, freshForm, typedIn, withFault } from '#platform/web/form.ts'
import { faultOf, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { radiosField } from '#people/persons/fields.view.ts'
import {
  type CheckKind,
  insertCheckTable,
  listLoadedTables,
  type LoadedTable,
} from '../bank-checks.sql.ts'
import { readSubstitutes, readWeightings } from '../modulus-check.rules.ts'
import { runPayers } from '../run.ts'

const kinds: Record<CheckKind, string> = {
  weights: 'Weights, usually called valacdos.txt',
  substitutes: 'Substituted sort codes, usually called scsubtab.txt',
}

const largest = 1024 * 1024

const tableForm = form({
  id: hiddenId(),
  kind: choice(Object.keys(kinds) as CheckKind[], 'Select which table it is'),
})

/** The banks' own tables, by which account numbers are held against their sort codes. */
export const bankChecksPage = page({
  path: '/payments/bank-checks',
  door: 'workspace',
  may: runPayers,
  get: ({ asActor }) =>
    asActor(async (tx) => show(await viewOf(tx, freshForm({ id: newId(), kind: 'weights' })))),
  post: ({ body, files, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const read = tableForm.read(body)
      if (!read.ok) return showAgain(await viewOf(tx, read.error))
      const { id, kind } = read.value
      const text = files[0]?.bytes.subarray(0, largest + 1)
      const counted = text === undefined ? refused('Choose the table') : linesIn(kind, text)
      if (text === undefined || !counted.ok) {
        const words = counted.ok ? '' : counted.error
        return showAgain(await viewOf(tx, withFault(body, 'file', words)))
      }
      const table = { id, kind, body: text.toString('utf8'), lines: counted.value }
      await insertCheckTable(tx, actor, { ...table, loadedOn: clock.today() })
      return see('/payments/bank-checks')
    }),
})

/** How many lines a table has, or why it is none. */
function linesIn(kind: CheckKind, bytes: Buffer): Result<number, string> {
  if (bytes.length > largest) return refused('The table must be smaller than 1MB')
  const text = bytes.toString('utf8')
  if (kind === 'weights') {
    const read = readWeightings(text)
    return read.ok ? { ok: true, value: read.value.length } : read
  }
  const read = readSubstitutes(text)
  return read.ok ? { ok: true, value: read.value.size } : read
}

async function viewOf(tx: Tx, state: FormState): Promise<PageView> {
  const loaded = await listLoadedTables(tx)
  return {
    title: 'Checking account numbers',
    current: '/payments',
    before: govukBackLink({ href: '/payments', text: 'All payments' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        <h1 class="govuk-heading-l">Checking account numbers</h1>
        <p class="govuk-body">
          Banks publish two tables by which an account number is held against its sort code. They
          change several times a year and belong to their publisher, so Alongside does not bring
          them along: get the current ones from Pay.UK (the modulus checking tables) and load them
          here. Until you do, only the number of figures is checked.
        </p>
        ${factList({
          title: 'What is loaded',
          facts: (Object.keys(kinds) as CheckKind[]).map((kind) => ({
            name: kinds[kind],
            value: loadedWords(loaded.find((one) => one.kind === kind)),
          })),
        })}
        ${formTag({
          files: true,
          body: html`${hidden('id', typedIn(state, 'id') || newId())}
          ${radiosField(state, { name: 'kind', label: 'Which table is it?', options: Object.entries(kinds) })}
          ${govukFileUpload({
            name: 'file',
            label: { text: 'The table, as it is published' },
            errorMessage: faultOf(state, 'file'),
            attributes: { accept: '.txt,text/plain' },
          })}
          ${govukButton({ text: 'Load this table', preventDoubleClick: true })}`,
        })}
        <p class="govuk-body">
          An account that fits may still be another person’s, or closed. Details that were taken
          down before a table was loaded are not checked again.
        </p>
      </div>
    </div>`,
  }
}

function loadedWords(table: LoadedTable | undefined): string {
  if (table === undefined) return 'Not loaded'
  const { lines, loadedOn, loadedByName } = table
  return `${lines.toLocaleString('en-GB')} lines, loaded on ${inWords(isoDate(loadedOn))} by ${loadedByName}`
}
