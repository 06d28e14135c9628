import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whySetAside } from './names-others.rules.ts'

const statement = (tableName: string, said: Record<string, unknown>, more: object = {}) => ({
  tableName,
  lies: 'own',
  said,
  changes: [],
  ...more,
})

const cases: readonly (readonly [string, Parameters<typeof whySetAside>[0], RegExp | null])[] = [
  [
    'her own details go out',
    statement('person', { given_name: 'Margaret', town: 'Malvern' }),
    null,
  ],
  [
    'words about herself go out',
    statement('contact', { words: 'She sleeps badly and is tired.' }),
    null,
  ],
  [
    'a row of somebody else’s record',
    statement('contact', {}, { lies: 'other' }),
    /somebody else’s record/,
  ],
  ['what was kept from her', statement('contact', { withheld: true }), /kept it from/],
  ['who looks after whom', statement('caring', {}), /somebody else as well/],
  [
    'a name that the register links with her',
    statement('contact', { words: 'BRIÁN shouts.' }),
    /register links/,
  ],
  [
    'a name deep in answers',
    statement('assessment_section', { answers: { q1: ['when Brian falls'] } }),
    /register links/,
  ],
  [
    'a name in what a change replaced',
    statement('contact', {}, { changes: [{ before: { words: 'Brian fell' } }] }),
    /register links/,
  ],
  ['kin without a name', statement('contact', { words: 'Her sister thinks otherwise.' }), /family/],
  [
    'a name with a title',
    statement('contact', { words: 'Spoke with Mrs Patel.' }),
    /seems to name/,
  ],
  ['a name within a longer word is none', statement('contact', { words: 'Brianne Street' }), null],
]
for (const [what, of, why] of cases) {
  test(`${what}: ${why === null ? 'goes out' : 'set aside'}`, () => {
    const said = whySetAside(of, ['Brian', 'Tolley-Ash'])
    if (why === null) assert.equal(said, null)
    else assert.match(said ?? '', why)
  })
}
