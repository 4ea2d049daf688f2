/** The pipeline for Azure Pipelines: checks everything, plans on pull requests, pushes what lands on main. docs/ci.md has the same text. */

export const AZURE_PIPELINE = `trigger:
  - main
variables:
  # Names of service connections. While they are empty, policies are only checked.
  planConnection: ''
  pushConnection: ''
pool:
  vmImage: ubuntu-latest
stages:
  - stage: Check
    jobs:
      - job: check
        steps:
          - task: UseNode@1
            inputs:
              version: 24.x
          - script: npm ci
          - script: npx aoai-policy lint --format concise --format junit=lint.xml
            displayName: Lint policies
          - task: PublishTestResults@2
            condition: succeededOrFailed()
            inputs:
              testResultsFormat: JUnit
              testResultsFiles: lint.xml
              testRunTitle: aoai-policy
          - script: npx aoai-policy build --check
            displayName: Compare the built policies
          - script: npx vitest run
            displayName: Test policies

  - \${{ if ne(variables.planConnection, '') }}:
      - stage: Plan
        dependsOn: []
        condition: eq(variables['Build.Reason'], 'PullRequest')
        jobs:
          - job: plan
            steps:
              - task: UseNode@1
                inputs:
                  version: 24.x
              - script: npm ci
              - task: Cache@2
                inputs:
                  key: '"aoai-policy" | "prod" | "$(Build.BuildId)"'
                  restoreKeys: '"aoai-policy" | "prod"'
                  path: .aoai-policy
              - task: AzureCLI@2
                displayName: Plan
                inputs:
                  azureSubscription: \${{ variables.planConnection }}
                  scriptType: bash
                  scriptLocation: inlineScript
                  inlineScript: npx aoai-policy plan --env prod --format markdown > plan.md
              - bash: |
                  cat > comment.mjs <<'END'
                  import { readFileSync } from 'node:fs';
                  const { SYSTEM_COLLECTIONURI, SYSTEM_TEAMPROJECTID, BUILD_REPOSITORY_ID, SYSTEM_PULLREQUEST_PULLREQUESTID, SYSTEM_ACCESSTOKEN } = process.env;
                  const threads = \`\${SYSTEM_COLLECTIONURI}\${SYSTEM_TEAMPROJECTID}/_apis/git/repositories/\${BUILD_REPOSITORY_ID}/pullRequests/\${SYSTEM_PULLREQUEST_PULLREQUESTID}/threads\`;
                  async function call(method, path, content) {
                    const headers = { authorization: \`Bearer \${SYSTEM_ACCESSTOKEN}\`, 'content-type': 'application/json' };
                    const response = await fetch(\`\${threads}\${path}?api-version=7.1\`, { method, headers, body: JSON.stringify(content) });
                    if (!response.ok) throw new Error(\`\${method} of the comment: \${response.status}; the build service has to be allowed to contribute to pull requests\`);
                    return response.json();
                  }
                  const plan = readFileSync('plan.md', 'utf8');
                  const marker = '<!-- aoai-policy plan: prod -->';
                  const content = \`\${marker}\\n\${plan}\`;
                  if (plan !== '') {
                    const { value } = await call('GET', '');
                    const ours = value.find(({ comments }) => comments[0]?.content?.startsWith(marker));
                    if (ours) await call('PATCH', \`/\${ours.id}/comments/\${ours.comments[0].id}\`, { content });
                    else await call('POST', '', { comments: [{ parentCommentId: 0, commentType: 'text', content }], status: 'closed' });
                  }
                  END
                  node comment.mjs
                displayName: Comment on the pull request
                condition: succeededOrFailed()
                env:
                  SYSTEM_ACCESSTOKEN: $(System.AccessToken)

  - \${{ if ne(variables.pushConnection, '') }}:
      - stage: Push
        dependsOn: Check
        condition: and(succeeded(), eq(variables['Build.SourceBranch'], 'refs/heads/main'))
        lockBehavior: sequential
        jobs:
          - deployment: push
            environment: prod
            strategy:
              runOnce:
                deploy:
                  steps:
                    - checkout: self
                    - task: UseNode@1
                      inputs:
                        version: 24.x
                    - script: npm ci
                    - task: Cache@2
                      inputs:
                        key: '"aoai-policy" | "prod" | "$(Build.BuildId)"'
                        restoreKeys: '"aoai-policy" | "prod"'
                        path: .aoai-policy
                    - task: AzureCLI@2
                      displayName: Push
                      inputs:
                        azureSubscription: \${{ variables.pushConnection }}
                        scriptType: bash
                        scriptLocation: inlineScript
                        inlineScript: npx aoai-policy push --env prod --yes
`;
