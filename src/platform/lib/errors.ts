/** What row-level security hides and what never was are one thing to the asker: not found (404). */
export class NotFound extends Error {
  override readonly name = 'NotFound'
  constructor(what = 'page') {
    super(`${what} not found`)
  }
}

/** Signed in, but this duty may not do this (403). */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

/** Somebody else changed it first (409). The page shows both versions where it can. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
}

/** The request itself is wrong, not what was typed in a form (400). */
export class BadRequest extends Error {
  override readonly name = 'BadRequest'
}

/** A start or a command that cannot go on: one readable line for the person at the keyboard, and an exit code. */
export class Stop extends Error {
  override readonly name = 'Stop'
  readonly exitCode: number
  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}
