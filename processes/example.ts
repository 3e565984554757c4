import { DEMO_EMAIL, DEMO_PASSWORD } from './demo/account';

/** What Apollo Sandbox and Altair open with: it logs in; the catalogue and the live alerts are a copy away. */
export const EXAMPLE = {
  document: `# 1. Log in. Altair remembers the accessToken; in Sandbox, copy it into the header "Authorization: Bearer …".
mutation Login {
  login(input: { email: "${DEMO_EMAIL}", password: "${DEMO_PASSWORD}" }) {
    ... on Session {
      accessToken
    }
    ... on InvalidCredentials {
      message
    }
  }
}

# 2. The catalogue with its stock: two subgraphs in one answer.
query Catalogue($first: Int = 10) {
  products(first: $first) {
    nodes {
      id
      name
      price {
        amount
        currency
      }
      stock {
        available
        level
      }
    }
  }
}

# 3. Leave this running and sell something until it runs low.
subscription Alerts {
  stockAlert {
    message
    level
    available
    product {
      name
      price {
        amount
        currency
      }
      stock {
        onHand
      }
    }
  }
}
`,
  variables: '{ "first": 10 }',
};
