/** The workflow for GitHub Actions: checks everything, plans on pull requests, pushes what lands on main. docs/ci.md has the same text. */

export const GITHUB_WORKFLOW = `name: policies
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      security-events: write
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: npx aoai-policy lint --format github --format sarif=lint.sarif
      - uses: github/codeql-action/upload-sarif@v4
        if: success() || failure()
        with:
          sarif_file: lint.sarif
          category: aoai-policy
      - run: npx aoai-policy build --check
      - run: npx vitest run

  plan:
    # Without the variable AZURE_TENANT_ID policies are only checked. Pull requests from forks get no token, and so no plan.
    if: github.event_name == 'pull_request' && vars.AZURE_TENANT_ID != '' && github.event.pull_request.head.repo.full_name == github.repository
    runs-on: ubuntu-latest
    permissions:
      contents: read
      id-token: write
      pull-requests: write
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - uses: actions/cache/restore@v4
        with:
          path: .aoai-policy
          key: aoai-policy-prod-\${{ github.run_id }}
          restore-keys: aoai-policy-prod-
      - uses: azure/login@v2
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
          allow-no-subscriptions: true
      - run: npx aoai-policy plan --env prod --format github > plan.md
      - uses: actions/github-script@v8
        if: success() || failure()
        with:
          script: |
            const body = require('node:fs').readFileSync('plan.md', 'utf8');
            if (body === '') return;
            const [marker] = body.split('\\n', 1);
            const comments = await github.paginate(github.rest.issues.listComments, { ...context.repo, issue_number: context.issue.number });
            const ours = comments.find((comment) => comment.user?.type === 'Bot' && comment.body?.startsWith(marker));
            if (ours) await github.rest.issues.updateComment({ ...context.repo, comment_id: ours.id, body });
            else await github.rest.issues.createComment({ ...context.repo, issue_number: context.issue.number, body });

  push:
    if: github.event_name == 'push' && vars.AZURE_TENANT_ID != ''
    needs: check
    runs-on: ubuntu-latest
    environment: prod
    concurrency: aoai-policy-prod
    permissions:
      contents: read
      id-token: write
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - uses: actions/cache/restore@v4
        with:
          path: .aoai-policy
          key: aoai-policy-prod-\${{ github.run_id }}
          restore-keys: aoai-policy-prod-
      - uses: azure/login@v2
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
          allow-no-subscriptions: true
      - run: npx aoai-policy push --env prod --yes
      - uses: actions/cache/save@v4
        if: always()
        with:
          path: .aoai-policy
          key: aoai-policy-prod-\${{ github.run_id }}-\${{ github.run_attempt }}
`;
