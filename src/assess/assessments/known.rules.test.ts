import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshForm } from '#platform/web/form.ts'
import { askedIn, asTyped, type Answers } from './answers.ts'
import { wholeAnswers } from './answers.fixture.ts'
import { formOf, forms } from './assessment-form.ts'
import { knownIn, stillUnconfirmed, unconfirmedMatters } from './known.rules.ts'
import { questionsView } from './pages/question.view.ts'
import { allAnswers, sectionsSoFar, withKnown } from './section-state.ts'

const form = formOf('adult-carer-1')
const section = (id: string) => form.sections.find((each) => each.id === id)!

test('the carer’s own words come before last time’s, and each says where it is from', () => {
  const known = knownIn(section('caring'), {
    own: { care_given: 'I wash him' },
    lastTime: { care_given: 'Washes him', without_you: 'Would not eat', elsewhere: 'x' },
  })
  assert.deepEqual(known, {
    answers: { care_given: 'I wash him', without_you: 'Would not eat' },
    from: { care_given: 'carer', without_you: 'last_time' },
  })
})

test('what only a worker answers is asked anew each time', () => {
  const known = knownIn(section('taking-part'), {
    own: { capacity: 'no' },
    lastTime: { capacity: 'no', combined: 'no', information_given_on: '2016-01-01' },
  })
  assert.deepEqual(known, { answers: {}, from: {} })
})

test('an option that is no longer offered is left behind', () => {
  const lastTime = { work: 'at_sea', learning: 'does' }
  const known = knownIn(section('your-life'), { own: {}, lastTime })
  assert.deepEqual(known.answers, { learning: 'does' })
})

const cases: readonly [string, Parameters<typeof stillUnconfirmed>[0], readonly string[]][] = [
  [
    'left as it was stays unconfirmed',
    {
      brought: ['a', 'b'],
      before: { a: '1', b: '2' },
      after: { a: '1', b: '3' },
      confirmed: false,
    },
    ['a'],
  ],
  [
    'a tick confirms what was left as it was',
    { brought: ['a'], before: { a: '1' }, after: { a: '1' }, confirmed: true },
    [],
  ],
  [
    'several options in the same order are as they were',
    { brought: ['a'], before: { a: ['x', 'y'] }, after: { a: ['x', 'y'] }, confirmed: false },
    ['a'],
  ],
  [
    'what was taken out is answered',
    { brought: ['a'], before: { a: '1' }, after: {}, confirmed: false },
    [],
  ],
]

for (const [name, of, unconfirmed] of cases) {
  test(name, () => assert.deepEqual(stillUnconfirmed(of), unconfirmed))
}

test('what is unconfirmed is missing, once a question, and only where it is still asked', () => {
  const missing = unconfirmedMatters(form, [
    {
      section: 'caring',
      answers: { child_helps: 'no', child_helps_words: 'Lily' },
      unconfirmed: ['care_given', 'changes', 'child_helps_words'],
    },
    { section: 'your-life', answers: {}, unconfirmed: [] },
  ])
  assert.deepEqual(
    missing.map((each) => [each.section, each.field, each.refs[0]]),
    [
      ['caring', 'care_given', 's.10(5)(a)'],
      ['caring', 'changes', 's.10(5)(a)'],
    ],
  )
})

for (const each of forms) {
  const lastAnswers = allAnswers(Object.values(wholeAnswers(each)).map((answers) => ({ answers })))
  const nothing = { ownAnswers: {}, lastAnswers }

  test(`${each.version}: what is brought along answers nothing before it is confirmed`, () => {
    const unsaved = withKnown(sectionsSoFar(each, []), nothing)
    const brought = unsaved.filter((section) => Object.keys(section.brought).length > 0)
    assert.ok(brought.length > 0)
    for (const section of unsaved) {
      const marked = Object.keys(section.brought).toSorted()
      assert.deepEqual(marked, Object.keys(section.answers).toSorted())
      if (section.section.by === 'worker') assert.deepEqual(marked, [])
    }
    const saved = brought.map(({ section, answers }) => ({ section: section.id, answers }))
    const left = (unconfirmed: (answers: Answers) => readonly string[]) => {
      const rows = saved.map((row) => ({ ...row, unconfirmed: unconfirmed(row.answers) }))
      return unconfirmedMatters(each, rows).map(({ section }) => section)
    }
    const needed = brought.flatMap(({ section, answers }) =>
      askedIn(section, answers).filter((question) => question.needed !== undefined),
    )
    assert.ok(left((answers) => Object.keys(answers)).length >= needed.length)
    assert.deepEqual(
      left(() => []),
      [],
    )
  })

  test(`${each.version}: each answer that was brought along says so at its field`, () => {
    for (const { section, answers, brought } of withKnown(sectionsSoFar(each, []), nothing)) {
      const marks = Object.fromEntries(Object.keys(brought).map((name) => [name, 'Not confirmed']))
      const shown = String(questionsView(section, freshForm(asTyped(section, answers)), marks))
      const said = shown.match(/Not confirmed/g)?.length ?? 0
      assert.equal(said, Object.keys(brought).length, section.id)
    }
  })
}
