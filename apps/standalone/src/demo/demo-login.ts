/** Known to everybody who reads this: the demo listens on loopback and holds nothing of anybody. */
export const demoLogin = { email: 'demo@lynkify.example', password: 'warm sleeves on quiet shelves' } as const;
