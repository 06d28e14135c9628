// Takes the pictures of docs/how-to/an-assessors-first-day.md by doing the day in a demo that was just
// made: start `script/server`, then `node test/pictures/assessors-first-day.ts http://localhost:3000`.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import {
  able,
  findNothing,
  informed,
  outcome,
  unable,
  writeAbleAndWilling,
  writeCare,
  writeLife,
  writeOutcomes,
  writeTakingPart,
  writeWants,
  writeWellbeing,
} from '../journeys/assess-steps.ts'
import { answer, atWork, openRecord, openToday } from '../journeys/staff-steps.ts'
import { choose, follow, press, type, typeDate } from '../journeys/walk.ts'

const [, , at = 'http://localhost:3000'] = process.argv
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
const go = 'Save and continue'
const day = (ago: number): string =>
  new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)

const { page, context } = await atWork(at, 'Priya Nair')
context.setDefaultTimeout(8000)
let decision = ''

/** The main part of the page, as far down as matters, with few colours. */
async function picture(name: string, height = 760): Promise<void> {
  const box = await page.locator('main').boundingBox()
  if (box === null) throw new Error('the page has no main part')
  const path = `${folder}first-day-${name}.png`
  const clip = {
    x: 0,
    y: Math.max(0, box.y - 8),
    width: 1280,
    height: Math.min(box.height, height),
  }
  await page.screenshot({ path, fullPage: true, clip })
  spawnSync('convert', [path, '-strip', '-dither', 'None', '-colors', '64', `PNG8:${path}`])
}

async function today(): Promise<void> {
  await page.goto('/today')
  await picture('today', 900)
  await openRecord(page, 'David Eales')
  await picture('record', 900)
}

async function assess(): Promise<void> {
  await openToday(page, /David Eales/)
  await press(page, 'Begin the assessment')
  await picture('assessment', 900)
  await follow(page, 'Taking part')
  await writeTakingPart(page)
  await typeDate(page, day(10), informed)
  await press(page, go)
  await writeCare(page)
  await answer(page, 'Does anyone under 18 help to look after them?', 'Yes')
  await page
    .getByRole('main')
    .getByLabel(/^(Who|What)/)
    .last()
    .fill('Ellie, 12, sits with her gran after school.')
  await press(page, go)
  await picture('child')
  await page.goBack()
  await page.reload()
  await answer(page, 'Does anyone under 18 help to look after them?', 'No')
  await press(page, go)
  await writeAbleAndWilling(page)
  await press(page, go)
  await writeWellbeing(page)
  await picture('section', 900)
  await press(page, go)
  await writeLife(page)
  await press(page, go)
  await writeWants(page)
  await press(page, go)
  await writeOutcomes(page)
  await press(page, go)
  await press(page, 'Complete the assessment')
  await picture('complete')
  await press(page, 'Complete and go on')
}

async function decide(): Promise<void> {
  await press(page, 'Begin the decision')
  await answer(page, 'Is this condition met?', 'Yes')
  await type(page, { 'Your reason': 'You help your mother to eat, wash and take her medicines.' })
  await picture('finding', 900)
  await press(page, go)
  await findNothing(page)
  const recreation = page.getByRole('group', { name: outcome('Time for recreation') })
  await recreation.getByLabel(able).uncheck()
  await answer(page, outcome('Time for recreation'), unable)
  await type(page, { 'What shows it? Time for recreation': 'You have not sung for a year.' })
  await press(page, go)
  await answer(page, 'Is this condition met?', 'Yes')
  await type(page, { 'Your reason': 'You hardly see anybody.' })
  await choose(page, 'Taking part in work, education, training or recreation (s.1(2)(e))')
  await press(page, go)
  await choose(page, 'In this area')
  await picture('decide', 900)
  await press(page, 'Send to the council to countersign')
  decision = page.url()
  const council = await atWork(at, 'David Amphlett')
  await openToday(council.page, /David Eales/)
  await press(council.page, 'Countersign or return it')
  await choose(council.page, 'Countersign it as it stands')
  await press(council.page, 'Save')
  await council.context.close()
  await page.goto(decision)
  await picture('decision', 900)
  await press(page, 'Send the decision to the carer')
  await choose(page, 'By hand')
  await picture('letter', 900)
  await press(page, 'Send it')
}

async function plan(): Promise<void> {
  await openRecord(page, 'David Eales')
  await press(page, 'Begin a support plan')
  await press(page, 'Begin the plan')
  const at = page.url()
  await follow(page, /^Add a goal$/)
  await type(page, { 'What does the carer want?': 'Sing with the choir again' })
  await page
    .getByLabel('Which statement does it serve?')
    .selectOption('A life of my own: I have a good balance between caring and my own life')
  await choose(page, 'Never')
  await press(page, 'Save')
  await follow(page, /^Add a payment$/)
  await type(page, { 'What is it for?': 'Choir fees and the bus', 'How much is it?': '£240' })
  await choose(page, 'Time for recreation: You have not sung for a year')
  await press(page, 'Save')
  await follow(page, /^Add support$/)
  await type(page, {
    'What will be done?': 'A sitter on Thursday evenings',
    'Who will see to it?': 'Priya Nair, Carers’ Hub',
  })
  await page
    .getByLabel('Which need does it meet?')
    .selectOption('Time for recreation: You have not sung for a year')
  await typeDate(page, day(-14), 'By when?')
  await press(page, 'Save')
  await page.goto(`${at}/budget`)
  await type(page, { 'What does the council pay?': '240' })
  await picture('budget')
  await press(page, 'Save')
  await page.goto(`${at}/advice`)
  await choose(page, 'Wellbeing', 'Education, training or recreation')
  await type(page, {
    'Advice: what can be done to meet or reduce these needs?':
      'Ask the pharmacy for blister packs.',
    'Advice: what can be done to prevent or delay needs in future?': 'Ring us early.',
  })
  await press(page, 'Save')
  await page.goto(`${at}/contingency`)
  const first = page.getByRole('group', { name: 'Who would step in?' })
  await first.getByLabel('Name').fill('Ruth')
  await first.getByLabel('Telephone').fill('01632960123')
  await first.getByLabel('They have said that they will').check()
  await type(page, { 'What must they know?': 'Number 12 have a key.' })
  await press(page, 'Save')
  await page.goto(at)
  await picture('plan', 900)
  await press(page, 'Agree this plan')
  await choose(page, 'Face to face')
  await press(page, 'Agree the plan')
  await page.goto(at)
  await press(page, 'Send to the carer')
  await choose(page, 'I hand it over on paper', 'Large print PDF, 18 point')
  await picture('send-plan')
  await press(page, 'Send')
  await page.goto('/reviews?whose=mine&due=all')
  await picture('reviews', 600)
}

async function review(): Promise<void> {
  await openToday(page, 'First review: Denise Ogilvie')
  await picture('review', 900)
  await typeDate(page, day(0))
  await type(page, { 'What has changed?': 'She sang twice, and sleeps better.' })
  for (const group of await page
    .getByRole('group', { name: 'How often can the carer say this now?' })
    .all())
    await group.getByLabel('Most of the time', { exact: true }).check()
  for (const group of await page.getByRole('group', { name: 'Is the goal reached?' }).all())
    await group.getByLabel('No', { exact: true }).check()
  await answer(page, 'Did you talk about breaks from caring?', 'Yes')
  await answer(page, 'What follows?', 'The plan changes')
  await press(page, 'Save the review')
  await follow(page, 'What changed since the plan before')
  await picture('changes', 900)
}

async function secondLook(): Promise<void> {
  await page.goto(decision)
  await follow(page, 'The carer asks for a second look')
  await picture('second-look')
}

async function concern(): Promise<void> {
  await openRecord(page, 'David Eales')
  await page.getByRole('link', { name: 'Raise a concern' }).last().click()
  await page.waitForLoadState('load')
  await picture('concern')
}

const parts: Readonly<Record<string, () => Promise<void>>> = {
  today,
  assess,
  decide,
  plan,
  review,
  concern,
  secondLook,
}
for (const [name, take] of Object.entries(parts)) {
  process.stdout.write(`${name}\n`)
  await take()
}
await context.close()
process.exit(0)
