import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'

/** Carers on the register whose practice is written so, with the practice's number; always the same ones. */
export async function listDemoPatients(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly practice: string
    readonly written: string
    readonly limit: number
  },
): Promise<readonly { readonly personId: string; readonly organisationId: number }[]> {
  return tx
    .selectFrom('person')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.authorityId', '=', 'person.authorityId')
        .on('organisation.name', '=', of.practice),
    )
    .select(['person.id as personId', 'organisation.id as organisationId'])
    .where('person.authorityId', '=', of.authorityId)
    .where('person.gpPractice', 'like', of.written)
    .where('person.mergedInto', 'is', null)
    .where('person.diedOn', 'is', null)
    .where((where) =>
      where.exists(
        where
          .selectFrom('registration')
          .select('registration.id')
          .whereRef('registration.personId', '=', 'person.id')
          .where('registration.endedOn', 'is', null),
      ),
    )
    .orderBy('person.familyName')
    .orderBy('person.givenName')
    .orderBy('person.nhsNumber')
    .limit(of.limit)
    .execute()
}

/** Ends one agreement of the demo. */
export async function endDemoAgreement(
  tx: Tx,
  of: { readonly id: string; readonly on: IsoDate },
): Promise<void> {
  await tx
    .updateTable('agreement')
    .set({ endedOn: of.on })
    .where('id', '=', of.id)
    .where('endedOn', 'is', null)
    .execute()
}
