import { test } from 'node:test'
import assert from 'node:assert/strict'
import pg from 'pg'
import { shippedMigrations } from '#platform/db/migrate.ts'
import { testHouse } from '#platform/web/testing.ts'
import { searchKeys } from './search-keys.rules.ts'
import { aPerson } from './testing.ts'

const house = await testHouse([])
const { actor } = await house.signIn({ duties: ['adviser'], organisation: 'Hub' })

const migration = shippedMigrations().find(({ name }) => name.startsWith('0051_'))!

// Every line of the sounds' table, every way of writing an apostrophe, and what is no name.
const surnames =
  "O'Brien|O’Neill|o`hara|D´Souza|M'Bow|Dell'Acqua|Smith-O'Neill|de la Cruz|van der Bergh|" +
  "Smythe-Jones|Peters'|Knight-Gnash|Wright-Psmith|Xavier-McDonald|Macfee-Whyte|Yvon-Hjelm|" +
  'Thompson-Vaughan|Pitcher-Schmidt|School-Christ|Michael-Shaw|Judge-Ghent|Campaign-Geary|' +
  'Scenic-Quick|Fox-Zaroff|Chloe-Marx|Dr Hughes-Ó’Súilleabháin|Łukasz-Øster & Groß|Not known|' +
  "Hill Smith|D'A|N/K|Dame O'Grady|St. John-Stevas|A B|Ng-Wu"

test('those who stood in the register are found by the parts of their names as new ones are', async () => {
  const people = await Promise.all(
    surnames.split('|').map((familyName, at) =>
      aPerson(house.db, actor, {
        familyName,
        givenName: ['Margaret Anne', 'Unknown', 'Ann-Marie', 'Siân'][at % 4]!,
        knownAs: at % 3 === 0 ? "Peg O'My" : null,
      }),
    ),
  )
  const owner = new pg.Client({ connectionString: house.ownerUrl })
  await owner.connect()
  await owner.query(`delete from search_key where key ~ '^[ns]:'`)
  await owner.query(migration.sql)
  const { rows } = await owner.query<{ id: string; keys: string[]; as: boolean }>(
    `select k.person_id as id, array_agg(k.key order by k.key) filter (where k.key ~ '^[ns]:') as keys,
            bool_and(k.readers = p.readers) as as
       from search_key k join person p on p.id = k.person_id group by 1`,
  )
  await owner.end()
  const written = new Map(rows.map((row) => [row.id, row]))
  assert.ok(rows.every((row) => row.as))
  let inParts = 0
  for (const person of people) {
    const keys = searchKeys({ ...person, previousIds: [] }).filter((key) => /^[ns]:/.test(key))
    const got = written.get(person.id)?.keys ?? []
    if (got.length > 0) inParts += 1
    assert.deepEqual(got, got.length === 0 ? [] : keys.toSorted(), person.familyName)
  }
  // Those without parts and without a name were left as they were: their keys had nothing to add.
  assert.equal(inParts, people.length - 4)
})
