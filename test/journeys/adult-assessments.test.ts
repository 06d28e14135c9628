// Three ways to an adult carer's plan and its review: an assessment of their own, one begun at home and
// finished together on the same record, and one combined with that of the person looked after.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { servedDemo, servedOn } from '../demo.ts'
import { answerTheRest, informed, wants, writeTakingPart } from './assess-steps.ts'
import {
  beginsTheWholeForm,
  completes,
  findsANeed,
  isCountersigned,
  sends,
} from './decision-steps.ts'
import { agreesOnAPlan, isReviewed } from './plan-steps.ts'
import { addACarer, answer, atWork } from './staff-steps.ts'
import { giveAnAccount } from './stored.ts'
import { choose, follow, press, stands, type, typeDate, words } from './walk.ts'

const { address: at, database } = await servedDemo()
const { address: later } = await servedOn('2018-12-20', database)
const go = 'Save and continue'
const breaks = 'What kind of break would help, how often, and who would take your place?'
const wanted = {
  goal: 'Sing on Thursdays',
  support: 'Somebody sits with him on Thursdays',
  adult: true,
}

test('an adult carer asks, is assessed, eligible, and has a plan and its review: desktop', async () => {
  const window = {} as const
  const { page, context, wentWell } = await atWork(at, 'Priya Nair', window)
  const name = 'Gwen Marlow'
  const record = await addACarer(page, {
    name,
    born: '1951-03-04',
    kind: 'Adult carer',
    asks: true,
  })
  await giveAnAccount(database, record)
  await beginsTheWholeForm(page, record)
  await writeTakingPart(page)
  await writesTheRest(page)
  await press(page, go)
  await isDecidedAndPlanned(page, record)
  wentWell()
  await context.close()
  await isReviewed(later, name, window)
})

test('a carer begins at home and finishes with the assessor on the same record: phone', async () => {
  const window = { width: 'phone' } as const
  const { page, context, wentWell } = await atWork(at, 'Priya Nair', window)
  const name = 'Harold Pimlott'
  const record = await addACarer(page, { name, born: '1948-06-01', kind: 'Adult carer' })
  await giveAnAccount(database, record)
  const own = await atWork(at, name, window)
  await press(own.page, 'Ask for an assessment')
  await press(own.page, 'Ask for my assessment')
  await press(own.page, 'Begin it yourself')
  await follow(own.page, 'The care you give')
  const care = 'What do you do for the person you look after?'
  await type(own.page, { [care]: 'I wash and dress her.' })
  await press(own.page, go)
  await stands(own.page, 'Going on caring')

  await beginsTheWholeForm(page, record)
  assert.equal(await page.getByLabel(care).inputValue(), 'I wash and dress her.')
  await writeTakingPart(page)
  await answer(page, 'How is the assessment held?', 'Supported self-assessment')
  await writesTheRest(page)
  await press(page, go)
  await press(page, 'Complete the assessment')
  assert.match(await words(page), /Confirm with the carer what was brought along/)
  await page.goBack()
  await follow(page, 'The care you give')
  await choose(page, 'We have gone through what was brought along, and it is right')
  await press(page, 'Save and go back')
  await isDecidedAndPlanned(page, record)
  wentWell()
  await context.close()
  await isReviewed(later, name, window)
  own.wentWell()
  await own.context.close()
})

test('a combined assessment needs both to agree, and ends in a plan and its review: desktop, no scripts', async () => {
  const window = { javaScript: false } as const
  const { page, context, wentWell } = await atWork(at, 'Priya Nair', window)
  const name = 'Moira Quennell'
  const record = await addACarer(page, { name, born: '1955-01-09', kind: 'Adult carer' })
  await giveAnAccount(database, record)
  await follow(page, 'Offered, declined or not offered')
  await choose(page, 'Combined with that of the person looked after')
  await choose(page, 'Offered, and they said yes')
  await press(page, 'Save')

  await beginsTheWholeForm(page, record)
  await writeTakingPart(page)
  await answer(page, /Is this combined with/, 'Yes')
  await answer(page, 'Who has agreed to that?', 'The carer')
  await writesTheRest(page)
  await press(page, go)
  await press(page, 'Complete the assessment')
  assert.match(await words(page), /That both agreed to a combined assessment/)
  assert.equal(await page.getByRole('button', { name: 'Complete and go on' }).count(), 0)
  await page.goBack()
  await follow(page, 'Taking part')
  await answer(page, 'Who has agreed to that?', 'The person looked after')
  await typeDate(page, '2018-11-05', 'When did the carer agree?')
  await typeDate(page, '2018-11-06', 'When did the person looked after agree?')
  await typeDate(page, '2018-11-06', 'When was theirs begun?')
  await type(page, {
    'What is the reference of their own assessment?': 'WCC-2018-114',
    'Which authority holds it?': 'Worcestershire County Council',
  })
  await press(page, 'Save and go back')
  await isDecidedAndPlanned(page, record)
  wentWell()
  await context.close()
  await isReviewed(later, name, window)
})

async function writesTheRest(page: Page): Promise<void> {
  await typeDate(page, '2018-10-12', informed)
  await answer(page, 'Have we talked about breaks from caring?', 'Yes')
  await type(page, { [breaks]: 'An evening.' })
  await wants(page, wanted.goal)
  await choose(page, 'Information and advice')
  await answerTheRest(page)
}

async function isDecidedAndPlanned(page: Page, record: string): Promise<void> {
  await completes(page)
  await findsANeed(page)
  await isCountersigned(page, at)
  await sends(page)
  await agreesOnAPlan(page, record, wanted)
}
