// What an assessor writes down in a carer's assessment, section by section, and finds under the law.
import type { Page } from 'playwright-core'
import { answer } from './staff-steps.ts'
import { choose, type, typeDate } from './walk.ts'

export const health = 'Your health: body, mind and feelings'
const partsOfLife = [
  'Your dignity, and how people treat you',
  'Being safe from harm and neglect',
  'Control over your daily life',
  'Work, learning, and things you enjoy',
  'Your money, and your place among people',
  'Your home life, family and friends',
  'The home you live in',
  'What you give to the life around you',
]
export const informed = 'When did you get information about this assessment?'
export const limits = 'What would you rather not do, or stop doing?'

export async function writeTakingPart(page: Page): Promise<void> {
  await answer(page, 'How is the assessment held?', 'Face to face, at home')
  await typeDate(page, '2018-10-12', informed)
  await answer(page, 'Did the carer take part in the whole of it?', 'Yes')
  await answer(page, 'Is there anyone you would like us to speak to as part of this?', 'No')
  await answer(page, 'Does the carer have substantial difficulty in taking part?', 'No')
  await answer(page, /Is there reason to doubt/, 'No')
  await answer(page, /Is this combined with/, 'No')
}

export async function writeCare(page: Page): Promise<void> {
  await type(page, {
    'What do you do for the person you look after?': 'Shops and cooks for her mother.',
    'What could they not manage without you?': 'The weekly shop.',
    'Does it change from week to week, or is it likely to?': 'No.',
    'Do you look after anyone else, children too?': 'Nobody.',
  })
  await answer(page, 'Does anyone under 18 help to look after them?', 'No')
}

export async function writeAbleAndWilling(page: Page): Promise<void> {
  await answer(page, 'Are you able to give the care you give now?', 'In part')
  await answer(page, 'Do you think you will stay able to?', 'In part')
  await answer(page, 'Do you want to give the care you give now?', 'Yes')
  await answer(page, 'Do you think you will want to go on?', 'With some of it')
  await type(page, {
    'What makes it possible, or hard?': 'The days go well.',
    [limits]: 'Lifting.',
  })
}

export async function writeWellbeing(page: Page): Promise<void> {
  for (const part of partsOfLife) await answer(page, part, 'Nothing, or it does good')
  await answer(page, health, 'A lot')
  await type(page, { [`In what way? ${health}`]: 'Sleeps four hours a night.' })
}

export async function writeLife(page: Page): Promise<void> {
  await answer(page, 'Do you work, or would you like to?', 'I work')
  await answer(page, /^Do you take part in education/, 'I do not and do not want to')
  await answer(page, 'Do you have time for things you enjoy?', 'None')
  await answer(page, 'Have we talked about breaks from caring?', 'Yes')
  await type(page, {
    'What kind of break would help, how often, and who would take your place?': 'An evening.',
    'What would happen if you were ill tomorrow?': 'Nobody knows.',
  })
}

export async function writeWants(page: Page): Promise<void> {
  await type(page, { 'What could help that is not support from us?': 'Family on Sundays.' })
  const first = page.getByRole('group', { name: 'Outcome 1' })
  await first.getByLabel('What you want').fill('Sing on Thursdays')
  await first.getByLabel('Support could help a lot').check()
  await choose(page, 'Information and advice')
}

/** What comes of each matter, as the form in use asks it. */
export async function writeOutcomes(page: Page): Promise<void> {
  const help = 'Help with it goes into the decision and the plan'
  for (const matter of [/^A break from caring$/, /^Their own health$/])
    await answer(page, matter, help)
  for (const matter of [/^Work$/, /^Learning and training$/])
    await answer(page, matter, 'Nothing is needed')
  for (const matter of [/^Being able to go on caring$/, /^Wanting to go on caring$/])
    await answer(page, matter, 'Goes on, with support')
}

export const unable = 'Unable without help (reg 3(3)(a))'
export const able = 'Able to, or it does not arise'

const outcomes = [
  'Looking after children',
  'Caring for other people',
  'A home fit to live in',
  'Eating well',
  'Family and friends',
  'Work, training, education or volunteering',
  'Local services and places',
  'Time for recreation',
]

/** An outcome's own question in the findings, by its title. */
export const outcome = (title: string): RegExp => new RegExp(`^${title} \\(reg`)

/** Health at no risk, and every outcome achieved. */
export async function findNothing(page: Page): Promise<void> {
  await answer(page, /^Is the carer's physical or mental health/, 'No')
  for (const title of outcomes) await answer(page, outcome(title), able)
}

/** What a field of a form tells of itself in the browser. */
type Field = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly value: string
  readonly inputMode: string
  readonly checked: boolean
  readonly closest: (selector: string) => unknown
}

/**
 * Answers what still stands open in a form: with no where that can be said and with the first answer
 * otherwise, and every question for words with some. What hangs on another answer is left alone.
 */
export async function answerTheRest(page: Page): Promise<void> {
  const open = await page
    .locator('main form')
    .locator('input, textarea')
    .evaluateAll((all) => {
      const hanging = '.govuk-radios__conditional, .govuk-checkboxes__conditional, .app-follows'
      const fields = (all as unknown as readonly Field[]).filter(
        (field) => field.closest(hanging) === null && !field.name.startsWith('outcomes'),
      )
      const radios = Map.groupBy(
        fields.filter(({ type }) => type === 'radio'),
        ({ name }) => name,
      )
      const quiet = ['no', 'none', 'nothing', 'never']
      const choices = [...radios.values()]
        .filter((group) => group.every(({ checked }) => !checked))
        .map((group) => (group.find(({ value }) => quiet.includes(value)) ?? group[0])?.id ?? '')
      const written = fields
        .filter(({ type, value }) => (type === 'textarea' || type === 'text') && value === '')
        .filter(({ name, inputMode }) => inputMode !== 'numeric' && !name.endsWith('-words'))
        .map(({ id }) => id)
      return { choices, written }
    })
  for (const id of open.choices) await page.locator(`[id="${id}"]`).check()
  for (const id of open.written) await page.locator(`[id="${id}"]`).fill('As we talked about it.')
}

/** What somebody wants from day to day, and that support could help. */
export async function wants(page: Page, wish: string): Promise<void> {
  const first = page.getByRole('group', { name: 'Outcome 1' })
  await first.getByLabel('What you want').fill(wish)
  await first.getByLabel('Support could help a lot').check()
}
