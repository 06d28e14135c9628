// From an assessment that was asked for to a decision that the carer has in their hands.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { able, findNothing, outcome, unable } from './assess-steps.ts'
import { answer, atWork } from './staff-steps.ts'
import { choose, follow, isRefused, press, type, typeDate, words } from './walk.ts'

/** Begins the assessment on somebody's record and opens the whole of its form. */
export async function beginsTheWholeForm(page: Page, record: string): Promise<string> {
  await page.goto(record)
  await follow(page, /assessment$/)
  await press(page, 'Begin the assessment')
  const assessment = new URL(page.url()).pathname
  await follow(page, 'Write the whole assessment on one page')
  return assessment
}

/** Completes it and begins the decision. */
export async function completes(page: Page): Promise<void> {
  await press(page, 'Complete the assessment')
  assert.doesNotMatch(await words(page), /still to be talked about/)
  await press(page, 'Complete and go on')
  await press(page, 'Begin the decision')
}

export type Part = readonly [question: RegExp, title: string, answer: string, reason: string]

/** Decides part by part, each with its reason, and never by the adults' test. */
export async function decidesInParts(page: Page, parts: readonly Part[]): Promise<void> {
  const answers = new URL(page.url()).pathname
  assert.match(await words(page), /The adults' eligibility test is not used/)
  const adults = await page.goto(answers.replace(/answers$/, 'findings/necessary-care'))
  assert.equal(adults?.status(), 404)
  await page.goto(answers)
  for (const [question, , said] of parts) await answer(page, question, said)
  await press(page, 'Save and continue')
  await isRefused(
    page,
    ...parts.map(([, title]) => `Enter the reason for your answer on ${title.toLowerCase()}`),
  )
  for (const [, title, , reason] of parts) await type(page, { [`Your reason: ${title}`]: reason })
  await press(page, 'Save and continue')
  await answer(page, 'Where does the family live?', 'In this area')
  await press(page, 'Send to the council to countersign')
}

/** Finds, condition by condition, that an adult carer has no time of their own and suffers from it. */
export async function findsANeed(page: Page): Promise<void> {
  await answer(page, 'Is this condition met?', 'Yes')
  await type(page, { 'Your reason': 'You wash and dress him.' })
  await press(page, 'Save and continue')
  await findNothing(page)
  const recreation = page.getByRole('group', { name: outcome('Time for recreation') })
  await recreation.getByLabel(able).uncheck()
  await answer(page, outcome('Time for recreation'), unable)
  await type(page, { 'What shows it? Time for recreation': 'You have not sung for a year.' })
  await press(page, 'Save and continue')
  await answer(page, 'Is this condition met?', 'Yes')
  await type(page, { 'Your reason': 'You hardly see anybody.' })
  await choose(page, 'Taking part in work, education, training or recreation (s.1(2)(e))')
  await press(page, 'Save and continue')
  await answer(page, 'Where does the adult who needs care live?', 'In this area')
  await press(page, 'Send to the council to countersign')
}

/** The council's practitioner countersigns it; the assessor's page then says so. */
export async function isCountersigned(page: Page, at: string): Promise<void> {
  const { page: other, context, wentWell } = await atWork(at, 'David Amphlett')
  await other.goto(`${new URL(page.url()).pathname}/countersign`)
  await choose(other, 'Countersign it as it stands')
  await press(other, 'Save')
  wentWell()
  await context.close()
  await page.reload()
}

/** Sends the decision by hand; who else has a copy is told where the law asks for it. */
export async function sends(page: Page, copiesTo?: string): Promise<void> {
  await press(page, 'Send the decision to the carer')
  await choose(page, 'By hand')
  await typeDate(page, '2018-11-06')
  if (copiesTo !== undefined) {
    await press(page, 'Send it')
    await isRefused(page, 'Enter who else gets a copy, or why nobody does')
    await type(page, { 'Who else gets a copy, and how?': copiesTo })
  }
  await press(page, 'Send it')
  assert.match(await words(page), /Sent 6 November 2018/)
}

/** The advice without which nothing goes to who will not, or not yet, have support as an adult. */
export async function advises(page: Page): Promise<void> {
  assert.match(await words(page), /cannot go without written advice/)
  assert.equal(await page.getByRole('button', { name: 'Send the decision' }).count(), 0)
  await press(page, 'Write the advice')
  await type(page, { 'What can be done to meet or reduce your needs now': 'Ask the college.' })
  await press(page, 'Save the advice')
  await isRefused(page, 'Enter what can be done to prevent or delay needs')
  await type(page, { 'What can be done to prevent or delay needs': 'Ring us early.' })
  await press(page, 'Save the advice')
}
