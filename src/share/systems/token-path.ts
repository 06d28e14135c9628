/** Where systems get their tokens. */
export const tokenPath = '/oauth/token'
