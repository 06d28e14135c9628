import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asActor } from '#platform/access/as-actor.ts'
import { rolledBack, testDatabase } from '#platform/db/testing.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Figure } from '#platform/room.ts'
import {
  house,
  hub,
  type Rows,
  rowsIn,
  withOrganisations,
  worcestershire,
  youngService,
} from '../testing.ts'
import { reportingYear } from './reporting-year.rules.ts'
import { measures } from './room.ts'

const { db } = await testDatabase()
await withOrganisations(db)

export type Case = {
  readonly rows: (put: Rows, tx: Tx) => Promise<unknown>
  readonly gives: Figure
  readonly year?: string
}

/** What a measure says of a few rows, which are gone again afterwards. */
export async function check(id: string, { rows, gives, year = '2017/18' }: Case): Promise<void> {
  await rolledBack(
    (work) => asActor(db, house, work),
    async (tx) => {
      const measure = named(id)
      await rows(rowsIn(tx, id.startsWith('young') ? youngService : hub), tx)
      const of = { authorityId: worcestershire.id, ...reportingYear(year)! }
      const figure = await measure.figure(tx, of)
      assert.deepEqual(figure, gives)
      const opened = await measure.rows(tx, of, { offset: 0, limit: 1000 })
      assert.equal(opened.total, figure.rows)
      assert.equal(opened.rows.length, figure.rows)
      for (const row of opened.rows) assert.equal(row.cells.length, opened.columns.length)
    },
  )
}

const named = (id: string) => measures.measures!.find((measure) => measure.id === id)!

/** Tests of one measure, by what each shows. */
export function cases(id: string, all: Readonly<Record<string, Case>>): void {
  describe(id, () => {
    for (const [name, one] of Object.entries(all)) it(name, () => check(id, one))
  })
}

/** A figure that is the number of its rows. */
export const counted = (value: number): Figure => ({ value, rows: value })
export const unknown: Figure = { value: null, rows: 0 }
export const young = { kind: 'young_carer' }
