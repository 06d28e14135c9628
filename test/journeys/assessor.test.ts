// A carer's assessment and what follows from it: at a desk, and on a telephone without scripts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { readPdf } from '#platform/documents/pdf-for-tests.ts'
import { servedDemo } from '../demo.ts'
import {
  able,
  findNothing,
  health,
  informed,
  limits,
  outcome,
  unable,
  writeAbleAndWilling,
  writeCare,
  writeLife,
  writeOutcomes,
  writeTakingPart,
  writeWants,
  writeWellbeing,
} from './assess-steps.ts'
import { answer, atWork, isForbidden, openToday, save } from './staff-steps.ts'
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

const { address: at } = await servedDemo()
const go = 'Save and continue'

test('an assessor writes an assessment, leaves it, comes back, and decides with the council', async () => {
  const { page, context, wentWell } = await atWork(at, 'Priya Nair')
  await openToday(page, /Caroline Cooke/)
  await press(page, 'Complete the assessment')
  assert.match(await words(page), /30 things are still to be talked about/)
  await follow(page, 'The date on which the carer was given information')
  await mendsTheDate(page)
  await stands(page, 'The care you give')

  await openToday(page, /Caroline Cooke/)
  assert.match(await words(page), /Taking part Saved by Priya Nair on .* All asked/)
  await isTogetherWithAnother(page)
  await follow(page, 'How you are')
  await isSavedInPassing(page)
  await writeWellbeing(page)
  await press(page, go)
  await writeLife(page)
  await press(page, go)
  await writeWants(page)
  await press(page, go)
  await press(page, 'Complete the assessment')
  await typeDate(page, '2018-11-07')
  await press(page, 'Complete and go on')
  await isRefused(page, 'The day must be today or in the past')
  await typeDate(page, '2018-11-06')
  await press(page, 'Complete and go on')

  await press(page, 'Begin the decision')
  await findsANeed(page)
  assert.match(await words(page), /On these findings: eligible for support.*reg 3\(1\)\(a\).*Met/i)
  await press(page, 'Send to the council to countersign')
  assert.match(await words(page), /It waits for the council to countersign it/)
  const decision = new URL(page.url()).pathname
  await inEveryWindow(page, async (other) => {
    assert.match(await words(other), /The reasons.*time for recreation.*You have not sung/i)
  })
  await page.goto(`${decision}/send`)
  assert.equal(new URL(page.url()).pathname, decision)
  await isForbidden(page, `${decision}/countersign`)
  await isCountersigned(/Caroline Cooke/)
  await page.goto(decision)
  await isALetter(page)
  await press(page, 'Send the decision to the carer')
  await sendsByHand(page)
  wentWell()
  await context.close()
})

test('who is not eligible has advice in writing, and no letter goes without it: phone, no scripts', async () => {
  const phone = { width: 'phone', javaScript: false } as const
  const { page, context, wentWell } = await atWork(at, 'Priya Nair', phone)
  await openToday(page, /David Eales/)
  await press(page, 'Begin the assessment')
  await follow(page, 'Write the whole assessment on one page')
  await writeTakingPart(page)
  await writeCare(page)
  await writeAbleAndWilling(page)
  await writeWellbeing(page)
  await writeLife(page)
  await writeWants(page)
  await writeOutcomes(page)
  await press(page, go)
  await press(page, 'Complete the assessment')
  await press(page, 'Complete and go on')
  await press(page, 'Begin the decision')
  await findsNoNeed(page)
  assert.match(await words(page), /On these findings: not eligible/i)
  await press(page, 'Send to the council to countersign')
  await isCountersigned(/David Eales/)
  await page.reload()
  assert.match(await words(page), /cannot go without written advice on what can be done to meet/)
  assert.equal(await page.getByRole('button', { name: 'Send the decision' }).count(), 0)
  await advises(page)
  await press(page, 'Send the decision to the carer')
  await sendsByHand(page)
  assert.match((await save(page, 'plain text', 1)).text, /falls clinic.*Come to the choir/s)
  wentWell()
  await context.close()
})

async function mendsTheDate(page: Page): Promise<void> {
  await writeTakingPart(page)
  await typeDate(page, '2018-11-31', informed)
  await press(page, go)
  await isRefused(page, 'The date must be a real date, with the year as four numbers')
  assert.ok(await page.getByLabel('Face to face, at home').isChecked())
  await typeDate(page, '2018-10-12', informed)
  await press(page, go)
}

/** The council's practitioner writes the same section meanwhile, and saves first. */
async function isTogetherWithAnother(page: Page): Promise<void> {
  const { page: other, context, wentWell } = await atWork(at, 'David Amphlett')
  await other.goto(page.url())
  await follow(page, 'Going on caring')
  await other.reload()
  assert.match(await words(other), /Priya Nair has this assessment open too/)
  await follow(other, 'Going on caring')
  await type(other, { [limits]: 'The nights.' })
  await press(other, 'Save and go back')
  await writeAbleAndWilling(page)
  await press(page, 'Save and go back')
  assert.match(await words(page), /David Amphlett saved “Going on caring”.*The nights\./)
  assert.equal(await page.getByLabel(limits).inputValue(), 'Lifting.')
  assert.ok(await page.getByLabel('With some of it').isChecked())
  await type(page, { [limits]: 'Lifting, and the nights.' })
  await press(page, 'Save and go back')
  assert.match(await words(page), /Going on caring Saved by Priya Nair on .* All asked/)
  wentWell()
  await context.close()
}

/** Nobody presses a button: the lid closes, and what was typed is there. */
async function isSavedInPassing(page: Page): Promise<void> {
  const field = page.getByLabel(`In what way? ${health}`)
  await page.clock.install()
  await field.fill('Sleeps badly.')
  await page.clock.fastForward(5000)
  await page.getByText('Saved at').waitFor()
  await page.reload()
  assert.equal(await field.inputValue(), 'Sleeps badly.')
}

async function findsANeed(page: Page): Promise<void> {
  await press(page, go)
  await isRefused(
    page,
    'Select whether the needs come from giving necessary care to an adult',
    'Enter the reason for your answer on necessary care',
  )
  await answer(page, 'Is this condition met?', 'Yes')
  await type(page, { 'Your reason': 'You wash and dress him, and give his medicines.' })
  await press(page, go)
  await findNothing(page)
  await answer(page, outcome('Time for recreation'), unable)
  await press(page, go)
  await isRefused(page, 'Enter what shows it: time for recreation')
  await type(page, { 'What shows it? Time for recreation': 'You have not sung for a year.' })
  await press(page, go)
  await answer(page, 'Is this condition met?', 'Yes')
  await type(page, { 'Your reason': 'You hardly see anybody.' })
  await press(page, go)
  await isRefused(page, 'Select the parts of wellbeing on which the impact is significant')
  await choose(page, 'Taking part in work, education, training or recreation (s.1(2)(e))')
  await press(page, go)
}

async function findsNoNeed(page: Page): Promise<void> {
  await answer(page, 'Is this condition met?', 'Yes')
  await type(page, { 'Your reason': 'You help your mother with her shopping.' })
  await press(page, go)
  await findNothing(page)
  await answer(page, outcome('Eating well'), unable)
  await press(page, go)
  await isRefused(page, 'Select either that the carer is able, or how they are unable')
  const eating = page.getByRole('group', { name: outcome('Eating well') })
  assert.ok(await eating.getByLabel(able).isChecked())
  await eating.getByLabel(unable).uncheck()
  await press(page, go)
  await isRefused(page, 'Enter the reason why nothing applies')
  await type(page, { 'If nothing applies: your reason': 'You manage everything well.' })
  await press(page, go)
}

async function isCountersigned(who: RegExp): Promise<void> {
  const { page, context, wentWell } = await atWork(at, 'David Amphlett')
  await openToday(page, who)
  await press(page, 'Countersign or return it')
  await press(page, 'Save')
  await isRefused(page, 'Select whether you countersign this decision')
  await choose(page, 'Return it')
  await press(page, 'Save')
  await isRefused(page, 'Enter what has to be looked at again')
  await choose(page, 'Countersign it as it stands')
  await press(page, 'Save')
  assert.match(await words(page), /Countersigned 6 November 2018 by David Amphlett/)
  wentWell()
  await context.close()
}

async function isALetter(page: Page): Promise<void> {
  const { type: kind, bytes } = await save(page, 'PDF')
  assert.equal(kind, 'application/pdf')
  const letter = await readPdf(bytes)
  assert.deepEqual([letter.language, letter.tagged, letter.accessibility], ['en-GB', true, '1'])
  assert.match(letter.text, /You can have support/)
  assert.equal(Math.min(...(await readPdf((await save(page, 'large print')).bytes)).sizes), 18)
  assert.match((await save(page, 'plain text')).text, /You have not sung for a year/)
}

async function advises(page: Page): Promise<void> {
  const decision = page.url()
  await press(page, 'Write the advice')
  const now = 'What can be done to meet or reduce your needs now'
  await type(page, { [now]: 'Ring the falls clinic on 01632 960555.' })
  await press(page, 'Save the advice')
  await isRefused(page, 'Enter what can be done to prevent or delay needs')
  assert.match(await page.getByLabel(now).inputValue(), /falls clinic/)
  await type(page, { 'What can be done to prevent or delay needs': 'Come to the choir.' })
  await press(page, 'Save the advice')
  assert.equal(page.url(), decision)
}

async function sendsByHand(page: Page): Promise<void> {
  await choose(page, 'By hand')
  await typeDate(page, '2018-11-07')
  await press(page, 'Send it')
  await isRefused(page, 'The day must be today or in the past')
  await typeDate(page, '2018-11-06')
  await press(page, 'Send it')
  assert.match(await words(page), /Sent 6 November 2018 at 12pm.*had a copy 6 November 2018/)
}
