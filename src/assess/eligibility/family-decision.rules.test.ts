import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codeWords } from '#people/persons/code-words.ts'
import { familyDecision, missingFromFamily } from './family-decision.rules.ts'
import {
  familyKinds,
  familyLaws,
  outcomeIn,
  type FamilyFindings,
  type FamilyKind,
} from './family-decision.ts'

/** `yes, wholly, no` as the answers to a law's questions in order; `-` is not answered. */
function found(kind: FamilyKind, answers: string): FamilyFindings {
  const given = answers.split(' ')
  const pairs = familyLaws[kind].questions.map(({ id }, at) => {
    const answer = given[at] ?? '-'
    return [id, answer === '-' ? {} : { answer, reason: `Because of ${id}` }] as const
  })
  return Object.fromEntries(pairs)
}

const children: readonly [answers: string, answer: string | null, parts: number][] = [
  ['no - -', 'no_needs', 1],
  ['no wholly yes', 'no_needs', 1],
  ['yes no -', 'not_by_services', 2],
  ['yes no yes', 'not_by_services', 2],
  ['yes wholly yes', 'support', 3],
  ['yes partly yes', 'support', 3],
  ['yes wholly no', 'not_provided', 3],
  ['yes partly no', 'not_provided', 3],
  ['- wholly yes', null, 0],
  ['yes - yes', null, 1],
  ['yes wholly -', null, 2],
  ['yes maybe yes', null, 1],
]

for (const kind of ['young_carer', 'parent_carer'] as const) {
  for (const [answers, answer, parts] of children) {
    test(`${kind}: ${answers} is ${answer ?? 'not decided'}`, () => {
      const decided = familyDecision(kind, found(kind, answers))
      assert.equal(decided.answer, answer)
      assert.equal(decided.steps.length, parts)
    })
  }
}

for (const [answers, answer, parts] of [
  ['no -', 'not_likely', 1],
  ['yes no', 'not_likely', 2],
  ['yes yes', 'likely', 2],
  ['yes -', null, 1],
  ['- yes', null, 0],
] as const) {
  test(`transition: ${answers} is ${answer ?? 'not decided'}`, () => {
    const decided = familyDecision('transition', found('transition', answers))
    assert.equal(decided.answer, answer)
    assert.equal(decided.steps.length, parts)
  })
}

test('each part has its paragraph and its own reason', () => {
  const { steps } = familyDecision('young_carer', found('young_carer', 'yes partly no'))
  assert.deepEqual(
    steps.map(({ ref, evidence }) => [ref, evidence]),
    [
      ['Children Act 1989 s.17ZC(a)', 'Because of Y1'],
      ['Children Act 1989 s.17ZC(b)', 'Because of Y2'],
      ['Children Act 1989 s.17ZC(c)', 'Because of Y3'],
    ],
  )
  assert.ok(
    familyDecision('parent_carer', found('parent_carer', 'yes wholly yes')).steps.every(({ ref }) =>
      ref.includes('s.17ZF'),
    ),
  )
})

test('what is missing is named in the order of the law, and nothing beyond the end', () => {
  assert.deepEqual(missingFromFamily('young_carer', {}), [
    { field: 'Y1', message: 'Select an answer on needs for support' },
  ])
  assert.deepEqual(missingFromFamily('young_carer', { Y1: { answer: 'no', reason: ' ' } }), [
    { field: 'Y1_reason', message: 'Enter the reason for your answer on needs for support' },
  ])
  assert.deepEqual(missingFromFamily('young_carer', found('young_carer', 'no - -')), [])
  assert.deepEqual(
    missingFromFamily('parent_carer', { P1: { answer: 'yes' } }).map(({ field }) => field),
    ['P1_reason', 'P2'],
  )
})

test('the laws as data are whole: every answer leads on or to an outcome that an assessment can have', () => {
  const codes = codeWords('assessment-outcomes')
  for (const kind of familyKinds) {
    const { questions, outcomes } = familyLaws[kind]
    assert.equal(familyLaws[kind].kind, kind)
    const reached = questions.flatMap(({ answers }) =>
      answers.flatMap((each) => each.leads_to ?? []),
    )
    assert.deepEqual(new Set(reached), new Set(Object.keys(outcomes)))
    for (const answer of reached) assert.ok(codes.has(outcomeIn(kind, answer).outcome))
    const [last] = questions.slice(-1)
    assert.ok(last?.answers.every(({ leads_to }) => leads_to !== null))
    assert.ok(
      questions.slice(0, -1).every(({ answers }) => answers.some((each) => each.leads_to === null)),
    )
  }
})

const anyFindings = (kind: FamilyKind): fc.Arbitrary<FamilyFindings> =>
  fc.record(
    Object.fromEntries(
      familyLaws[kind].questions.map(({ id, answers }) => [
        id,
        fc.record({
          answer: fc.constantFrom(...answers.map((each) => each.id)),
          reason: fc.constantFrom('', 'Because'),
        }),
      ]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<FamilyFindings>

for (const kind of familyKinds) {
  test(`${kind}: only the last part settles it, and what comes after it changes nothing`, () => {
    fc.assert(
      fc.property(anyFindings(kind), (findings) => {
        const { answer, steps } = familyDecision(kind, findings)
        const asked = Object.fromEntries(steps.map(({ id }) => [id, findings[id]!]))
        assert.deepEqual(familyDecision(kind, asked), { answer, steps })
        assert.deepEqual(
          steps.map(({ id }) => id),
          familyLaws[kind].questions.slice(0, steps.length).map(({ id }) => id),
        )
        const whole = missingFromFamily(kind, findings).length === 0
        assert.equal(whole, answer !== null && steps.every(({ evidence }) => evidence !== ''))
      }),
    )
  })
}
