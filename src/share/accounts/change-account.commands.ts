import type { Database } from '#platform/db/database.ts'
import { Stop } from '#platform/lib/errors.ts'
import type { Command } from '#platform/room.ts'
import type { Account } from './account.ts'
import { type CountyWork, namedAccount, openCounty } from './manage.ts'
import { updateAccountClosed } from './manage.sql.ts'
import { deleteSecondStep, deleteSessions } from './sign-in.sql.ts'

/** `alongside account close`: for somebody who left. */
export const closeAccountCommand = changing({
  name: 'account close',
  about: 'Closes an account and signs it out everywhere.',
  done: 'is closed and signed out everywhere',
  change: (account) => (tx) => updateAccountClosed(tx, account),
})

/** `alongside account second-step-off`: for somebody who lost their phone and their recovery codes. */
export const secondStepOffCommand = changing({
  name: 'account second-step-off',
  about: 'Takes a lost authenticator app away; the next sign-in sets up another.',
  done: 'sets up a new second step at the next sign-in',
  change: (account, db) => () => deleteSecondStep(db, account.id),
})

function changing(of: {
  readonly name: string
  readonly about: string
  readonly done: string
  readonly change: (account: Account, db: Database) => CountyWork<void>
}): Command {
  const usage = `${of.name} EMAIL`
  return {
    name: of.name,
    usage,
    about: of.about,
    run: async (house, words) => {
      const [email, ...more] = words
      if (email === undefined || more.length > 0)
        throw new Stop(`Say whose account: alongside ${usage}`, 2)
      const { db, work } = await openCounty(house, of.name)
      const account = await work((tx, authorityId) => namedAccount(tx, authorityId, email))
      await work(of.change(account, db))
      await deleteSessions(db, account.id)
      house.print(`${account.email} ${of.done}.`)
      return 0
    },
  }
}
