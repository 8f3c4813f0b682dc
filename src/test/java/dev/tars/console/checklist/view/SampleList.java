package dev.tars.console.checklist.view;

/** A list for tests of the page: machines' items and people's, in two gates. */
final class SampleList {

    static final String TEXT = """
            ## Before the release {#before gate=pre-release}

            ### Performance {#performance owner=SRE}

            - [ ] **API p95 is below 100 ms** {#p95}
              Why: the three slowest pages wait for it.
              When it fails: see that the indexes are valid.

              ```promql expect="all < 100ms"
              api_p95
              ```

            - [ ] **Error rate is below 1 %** {#errors needs=p95}

              ```promql expect="all < 1%"
              error_rate
              ```

            ### Approvals {#approvals owner=Anna}

            - [ ] **The review is done** {#review}

            - [ ] **The way back was rehearsed** {#back four-eyes owner="Release manager"}

            ## After the deployment {#after gate=post-deployment}

            - [ ] **Errors stay low for 24 h** {#low watch=24h}

              ```promql expect="all < 1%"
              error_rate
              ```
            """;

    private SampleList() {}

    /** So many items, a hundred a section, each second one a person's. */
    static String of(int items) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < items; i++) {
            if (i % 100 == 0) {
                text.append("## Section ")
                        .append(i / 100)
                        .append(" {#s")
                        .append(i / 100)
                        .append(" owner=SRE}\n\n");
            }
            text.append("- [ ] **Item ")
                    .append(i)
                    .append(" holds everywhere** {#i")
                    .append(i)
                    .append("}\n");
            if (i % 2 == 0) {
                text.append("\n  ```promql expect=\"all < 100ms\"\n  metric_")
                        .append(i)
                        .append("\n  ```\n\n");
            }
        }
        return text.toString();
    }
}
