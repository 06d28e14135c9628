import autocannon from 'autocannon'
import { asActor } from '#platform/access/as-actor.ts'
import { begunDemoAnswers } from '#assess/assessments/demo-answers.ts'
import {
  all,
  answerAll,
  ask,
  begin,
  complete,
  draft,
  type Made,
  type Year,
} from './assessment-steps.ts'
import { asOwner, type County } from './counties.ts'
import { inTurn, rate } from './load.ts'
import { signIn, startServer } from './serving.ts'
import { keepingBenchRow, posts } from './writes.ts'

/** How many sections are saved, and how many drafts decided, in one round of asking in turn. */
const eachRound = 200
const rounds = 5
/** So many sections and decisions were sent in all. */
export const sent = eachRound * rounds

/** Assessments that are begun, some with a draft to decide, asked of the server as the assessor. */
export async function measureAssessmentPages(
  county: County,
  year: Year,
  say: (line: string) => void,
): Promise<void> {
  await all(year, ask)
  await all(year, begin)
  const enough = (eachRound + 20) * rounds
  const toDecide = year.made.slice(0, enough)
  const toWrite = year.made.slice(enough - year.made.length)
  const drafts = await asActor(year.db, year.actor, async (tx) => {
    const ids: string[] = []
    for (const each of toDecide) {
      await answerAll(tx, year.actor, each)
      await complete(tx, year.actor, each)
      ids.push(await draft(tx, year.actor, each))
    }
    return ids
  })
  await asOwner(county.url, (owner) =>
    owner.query('vacuum (analyze) assessment, assessment_section, determination'),
  )
  await keepingBenchRow(county, async () => {
    const { address, stop } = await startServer(county.url)
    try {
      const cookie = await signIn(address, 'Priya Nair')
      await sayPages({ address, cookie, toWrite, drafts }, say)
    } finally {
      await stop()
    }
  })
}

type Asked = {
  readonly address: string
  readonly cookie: string
  readonly toWrite: readonly Made[]
  readonly drafts: readonly string[]
}

async function sayPages(
  { address, cookie, toWrite, drafts }: Asked,
  say: (line: string) => void,
): Promise<void> {
  const opened = toWrite.slice(0, 200).map(({ id }) => `/assessments/${id}`)
  const written = opened.map((path) => `${path}/sections/caring`)
  const forms = toWrite.map(({ id }) => ({
    path: `/assessments/${id}/sections/caring`,
    fields: { ...caring, 'version-caring': '0' },
  }))
  const decisions = drafts.map((id) => ({
    path: `/determinations/${id}/decide`,
    fields: { version: '1', home: 'here' },
  }))
  const saving = forms.values()
  const deciding = decisions.values()
  const rates = await inTurn(rounds, {
    opened: () => rate(address, opened, cookie),
    section: () => rate(address, written, cookie),
    floor: () => rate(address, ['/api/floor'], cookie),
    bare: () => rate(address, ['/api/floor'], ''),
    saved: () => each(address, saving, { cookie, 'x-autosave': '1' }),
    decided: () => each(address, deciding, { cookie }),
    row: () => posts(address, '/api/floor-row', { cookie, body: () => '' }),
    bareRow: () => posts(address, '/api/floor-row', { cookie: '', body: () => '' }),
  })
  const line = (name: string, own: number, least: string, floor: number, bare: number) =>
    say(
      `  ${name.padEnd(26)} one for ${(floor / own).toFixed(1).padStart(5)} ${least} (${(bare / own).toFixed(1)} without a session), ${own.toFixed(0)} a second`,
    )
  say('\nAn assessment through the pages')
  line('opened', rates.opened, 'floors', rates.floor, rates.bare)
  line('a section opened to write', rates.section, 'floors', rates.floor, rates.bare)
  line('a section saved in passing', rates.saved, 'plain inserts', rates.row, rates.bareRow)
  line('decided', rates.decided, 'plain inserts', rates.row, rates.bareRow)
}

const caring = begunDemoAnswers['caring'] as Readonly<Record<string, string>>

type Form = { readonly path: string; readonly fields: Readonly<Record<string, string>> }

/** Forms a second, ten connections at once, each form sent once; throws where one is refused. */
async function each(
  base: string,
  forms: Iterator<Form>,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const next = () => {
    const form = forms.next().value
    if (form === undefined) throw new Error('too few forms were made')
    return { path: form.path, body: new URLSearchParams(form.fields).toString() }
  }
  const result = await autocannon({
    url: base,
    connections: 10,
    amount: eachRound,
    requests: [
      {
        method: 'POST',
        path: '/',
        headers: { ...headers, origin: base, 'content-type': 'application/x-www-form-urlencoded' },
        setupRequest: (request) => ({ ...request, ...next() }),
      },
    ],
  })
  const refused = result['4xx'] + result['5xx']
  if (refused > 0 || result.errors > 0)
    throw new Error(`${refused} forms were refused, ${result.errors} failed`)
  return eachRound / result.duration
}
