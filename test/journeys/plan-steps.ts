// What an assessor writes into a plan and finds at its review, and what the carer says of it at home.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { answer, atWork, openToday, type Window } from './staff-steps.ts'
import { choose, follow, isRefused, press, stands, type, typeDate, words } from './walk.ts'

export type Wanted = { readonly goal: string; readonly support: string; readonly adult?: boolean }

/** From the carer's record to an agreed plan; gives the plan's address. */
export async function agreesOnAPlan(
  page: Page,
  record: string,
  { goal, support, adult }: Wanted,
): Promise<string> {
  await page.goto(record)
  await press(page, 'Begin a support plan')
  await press(page, 'Begin the plan')
  const plan = new URL(page.url()).pathname
  await press(page, 'Agree this plan')
  assert.match(await words(page), /This plan cannot be agreed yet.*Add a goal in the carer’s own/)
  await page.goto(`${plan}/goals/new`)
  await type(page, { 'What does the carer want?': goal })
  await page
    .getByLabel('Which statement does it serve?')
    .selectOption('A life of my own: I have a good balance between caring and my own life')
  await choose(page, 'Never')
  await press(page, 'Save')
  await addsSupport(page, plan, support)
  if (adult === true) await advisesInThePlan(page, plan)
  await agrees(page, plan)
  return plan
}

async function addsSupport(page: Page, plan: string, support: string): Promise<void> {
  await page.goto(`${plan}/support/new`)
  await type(page, {
    'What will be done?': support,
    'Who will see to it?': 'Priya Nair, Carers’ Hub',
  })
  await typeDate(page, '2019-01-20', 'By when?')
  await press(page, 'Save')
}

/** What the Care Act asks of an adult's plan and the Children Act of no other. */
async function advisesInThePlan(page: Page, plan: string): Promise<void> {
  await page.goto(`${plan}/budget`)
  await type(page, {
    'What does the support cost the council?': '0',
    'What must the carer pay towards it?': '0',
    'What does the council pay?': '0',
  })
  await press(page, 'Save')
  await page.goto(`${plan}/advice`)
  await choose(page, 'Wellbeing')
  await type(page, {
    'Advice: what can be done to meet or reduce these needs?': 'Ask the pharmacy to deliver.',
    'Advice: what can be done to prevent or delay needs in future?': 'Ring us early.',
  })
  await press(page, 'Save')
}

async function agrees(page: Page, plan: string): Promise<void> {
  await page.goto(`${plan}/agree`)
  await choose(page, 'Face to face')
  await press(page, 'Agree the plan')
}

/** Before the talk the carer answers at home: not nothing at all, and not what is not asked. */
async function answersBeforeTheReview(page: Page): Promise<void> {
  await page.goto('/my/plan/before-review')
  await press(page, 'Save my answers')
  await isRefused(page, 'Answer at least one question')
  await choose(page, 'Most of the time', 'Quite satisfied')
  await press(page, 'Save my answers')
  assert.match(await words(page), /Thank you\. We have your answers of \d/)
}

/** Weeks later the assessor holds the first review, with what the carer answered at home before them. */
async function holdsTheReview(page: Page, who: string): Promise<void> {
  await openToday(page, `First review: ${who}`)
  assert.match(await words(page), /They answered at home on .*: most of the time/)
  await type(page, { 'What has changed?': 'Thursdays are free again.' })
  await answer(page, 'Is the goal reached?', 'Yes')
  await answer(page, 'Did you talk about breaks from caring?', 'Yes')
  await answer(page, 'What follows?', 'The plan goes on as it is')
  await press(page, 'Save the review')
}

/** Weeks later: the carer reads the plan and answers at home, the assessor holds the review. */
export async function isReviewed(later: string, name: string, window: Window): Promise<void> {
  const own = await atWork(later, name, window)
  await follow(own.page, 'Read your plan')
  await stands(own.page, 'Your support plan')
  await answersBeforeTheReview(own.page)
  const staff = await atWork(later, 'Priya Nair', window)
  await holdsTheReview(staff.page, name)
  await staff.page.goto('/reviews?whose=mine&due=all')
  assert.match(await words(staff.page), new RegExp(`${name} .*Yearly review`))
  for (const { context, wentWell } of [own, staff]) {
    wentWell()
    await context.close()
  }
}
