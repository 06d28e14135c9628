// A support plan from its first word to its second review, on the days on which each falls.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { readPdf } from '#platform/documents/pdf-for-tests.ts'
import { servedDemo, servedOn } from '../demo.ts'
import { openMailbox } from './mailbox.ts'
import { answer, atWork, openRecord, openToday, save } from './staff-steps.ts'
import { asOwner } from './stored.ts'
import {
  choose,
  follow,
  inEveryWindow,
  isRefused,
  press,
  stands,
  type,
  typeDate,
  words,
} from './walk.ts'

const mailbox = await openMailbox()
const { address: at, database } = await servedDemo({ SMTP_URL: mailbox.url })
const email = 'denise.ogilvie@example.org'
await asOwner(
  database.ownerUrl,
  `update person set email = $1, may_email = true where given_name = 'Denise' and family_name = 'Ogilvie'`,
  [email],
)

test('a plan is written with the carer, agreed, kept in every format, sent, and comes up for review', async () => {
  const { page, context, wentWell } = await atWork(at, 'Priya Nair', { javaScript: false })
  const record = await openRecord(page, 'Denise Ogilvie')
  await endsTheFormerPlan(page)
  await page.goto(record)
  await press(page, 'Begin a support plan')
  await press(page, 'Begin the plan')
  const plan = new URL(page.url()).pathname
  await inEveryWindow(page, async (other) => assert.match(await words(other), /Still missing: 8/))
  await agreesTooSoon(page)

  await page.goto(plan)
  await addsAGoal(page)
  await addsSupport(page)
  await addsAPayment(page)
  await writesTheBudget(page, plan)
  await writesAdvice(page, plan)
  await arrangesForIllness(page, plan)
  assert.match(await words(page), /Ready to be agreed/)
  await agrees(page)
  await page.goto(plan)
  await isInEveryFormat(page)
  await isSent(page)
  await page.goto('/reviews?whose=mine&due=all')
  assert.match(
    await words(page),
    /Denise Ogilvie .*First review Between 18 December 2018 and 1 January 2019/,
  )
  wentWell()
  await context.close()
})

test('seven weeks later its first review is on the list; a year after it is held, the next', async () => {
  const { address } = await servedOn('2018-12-20', database)
  const { page, context, wentWell } = await atWork(address, 'Priya Nair', { width: 'phone' })
  await openToday(page, 'First review: Denise Ogilvie')
  await inEveryWindow(page, async (other) => stands(other, /^First review of Denise Ogilvie/))
  await press(page, 'Save the review')
  await isRefused(
    page,
    'Select how often the carer can say: “Sing with the choir again”',
    'Say whether this goal is reached: “Sing with the choir again”',
    'Write what has changed, or that nothing has',
    'Say whether you talked about breaks from caring',
    'Select what follows from the review',
  )
  await typeDate(page, '2018-12-21')
  await type(page, { 'What has changed?': 'She sang twice, and sleeps better.' })
  await press(page, 'Save the review')
  assert.match(await page.getByLabel('What has changed?').inputValue(), /sang twice/)
  await typeDate(page, '2018-12-20')
  await answer(page, 'How often can the carer say this now?', 'Most of the time')
  await answer(page, 'Is the goal reached?', 'No')
  await answer(page, 'Did you talk about breaks from caring?', 'Yes')
  await answer(page, 'What follows?', 'The plan goes on as it is')
  await press(page, 'Save the review')
  await page.goto('/reviews?whose=mine&due=all')
  assert.match(await words(page), /Denise Ogilvie .*Yearly review By 20 December 2019/)
  wentWell()
  await context.close()
})

async function endsTheFormerPlan(page: Page): Promise<void> {
  await follow(page, 'Plan 1')
  await press(page, 'End this plan')
  await press(page, 'End the plan')
  await isRefused(page, 'Write why the plan ends')
  await type(page, { 'Why?': 'Her mother has moved in: much is different.' })
  await press(page, 'End the plan')
}

async function agreesTooSoon(page: Page): Promise<void> {
  await press(page, 'Agree this plan')
  assert.match(await words(page), /This plan cannot be agreed yet.*Add a goal in the carer’s own/)
}

async function addsAGoal(page: Page): Promise<void> {
  await follow(page, /^Add a goal$/)
  const goal = 'What does the carer want?'
  await type(page, { [goal]: 'Sing with the choir again' })
  await press(page, 'Save')
  await isRefused(
    page,
    'Select the statement that the goal serves',
    'Select how often the carer can say this now',
  )
  assert.equal(await page.getByLabel(goal).inputValue(), 'Sing with the choir again')
  await page
    .getByLabel('Which statement does it serve?')
    .selectOption('A life of my own: I have a good balance between caring and my own life')
  await choose(page, 'Never')
  await press(page, 'Save')
}

async function addsSupport(page: Page): Promise<void> {
  await follow(page, /^Add support$/)
  await press(page, 'Save')
  await isRefused(
    page,
    'Write what will be done',
    'Write who will see to it',
    'Enter the day by which it will be done',
  )
  await type(page, {
    'What will be done?': 'A night alarm on loan for a month',
    'Who will see to it?': 'Priya Nair, Carers’ Hub',
  })
  await page
    .getByLabel('Which need does it meet?')
    .selectOption('Health: You sleep four hours a night and your back hurts')
  const by = 'By when?'
  await typeDate(page, '2018-11-01', by)
  await press(page, 'Save')
  await isRefused(page, 'The day must not be before the plan was begun')
  await typeDate(page, '2018-11-20', by)
  await press(page, 'Save')
}

async function addsAPayment(page: Page): Promise<void> {
  await follow(page, /^Add a payment$/)
  await type(page, { 'What is it for?': 'Choir fees and the bus', 'How much is it?': '£12,0o0' })
  await press(page, 'Save')
  await isRefused(page, 'Enter an amount in pounds, like 250 or 275.50')
  await type(page, { 'How much is it?': '£240' })
  await choose(
    page,
    'Time for recreation: You have not been to choir for a year, and it makes you low',
  )
  await press(page, 'Save')
}

async function writesTheBudget(page: Page, plan: string): Promise<void> {
  await page.goto(`${plan}/budget`)
  await type(page, { 'What does the council pay?': '300' })
  await press(page, 'Save')
  await isRefused(
    page,
    'What the carer pays (£0) and what the council pays (£300) must come to the cost (£240)',
  )
  await type(page, { 'What does the council pay?': '240' })
  await press(page, 'Save')
}

async function writesAdvice(page: Page, plan: string): Promise<void> {
  await page.goto(`${plan}/advice`)
  await choose(page, 'Wellbeing', 'Education, training or recreation')
  await type(page, {
    'Advice: what can be done to meet or reduce these needs?':
      'Ask the pharmacy for blister packs.',
    'Advice: what can be done to prevent or delay needs in future?': 'Ring us early.',
  })
  await press(page, 'Save')
}

async function arrangesForIllness(page: Page, plan: string): Promise<void> {
  await page.goto(`${plan}/contingency`)
  const first = page.getByRole('group', { name: 'Who would step in?' })
  await first.getByLabel('Name').fill('Ruth')
  await first.getByLabel('Telephone').fill('next door')
  await press(page, 'Save')
  await isRefused(page, 'Enter a telephone number, like 01632 960001')
  await first.getByLabel('Telephone').fill('01632960123')
  await first.getByLabel('They have said that they will').check()
  await type(page, { 'What must they know?': 'Number 12 have a key.' })
  await press(page, 'Save')
}

async function agrees(page: Page): Promise<void> {
  await press(page, 'Agree this plan')
  await typeDate(page, '2018-11-07')
  await press(page, 'Agree the plan')
  await isRefused(
    page,
    'Select how they agreed',
    'The day on which they agreed must be today or in the past',
  )
  await choose(page, 'Face to face')
  await typeDate(page, '2018-11-06')
  await press(page, 'Agree the plan')
}

async function isInEveryFormat(page: Page): Promise<void> {
  const { bytes, type: kind } = await save(page, /^PDF$/)
  assert.equal(kind, 'application/pdf')
  const pdf = await readPdf(bytes)
  assert.deepEqual([pdf.tagged, pdf.language, pdf.accessibility], [true, 'en-GB', '1'])
  assert.match(pdf.text, /I have a good balance/)
  const large = await readPdf((await save(page, /^large print$/i)).bytes)
  assert.equal(Math.min(...large.sizes), 18)
  const { text } = await save(page, /^plain text$/i)
  for (const said of ['Sing with the choir again', '£240', '20 November 2018', '01632 960123']) {
    assert.ok(text.includes(said), said)
  }
}

async function isSent(page: Page): Promise<void> {
  await press(page, 'Send to the carer')
  await choose(page, `By email to ${email}`, 'PDF')
  await press(page, 'Send')
  assert.match(await words(page), /Sent to the carer 6 November 2018/)
  const { subject, body } = await mailbox.letterTo(email)
  assert.equal(subject, 'Your support plan')
  const [, attached = ''] = /filename=[^\n]*\.pdf[^]*?\r\n\r\n([\w+/=\r\n]+)/.exec(body) ?? []
  assert.match((await readPdf(Buffer.from(attached, 'base64'))).text, /Sing with the choir again/)
}
