package dev.tars.console.app.environments;

import dev.tars.console.app.environments.Environment.Safeguard;
import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlNode;
import dev.tars.console.release.Harm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads who must sign in an environment, and what its target is known by. */
final class SafeguardReader {

    private static final int MOST = 9;

    private SafeguardReader() {}

    /** @param node the environment */
    static Safeguard read(YamlNode node) throws DocumentException {
        int count = Safeguard.USUAL.approvers();
        Harm from = Safeguard.USUAL.approversFrom();
        Optional<YamlNode> approvers = node.find("approvers");
        if (approvers.isPresent()) {
            approvers.get().allowOnly("count", "from");
            count = approvers.get().require("count").integer(1, MOST);
            Optional<YamlNode> named = approvers.get().find("from");
            from = named.isPresent() ? named.get().oneOf(Harm.class) : from;
            if (from == Harm.READ) {
                throw approvers.get().error("a look never needs an approver", "write from: reversible or irreversible");
            }
        }
        return new Safeguard(count, from, labels(node));
    }

    private static Map<String, String> labels(YamlNode node) throws DocumentException {
        Map<String, String> labels = new LinkedHashMap<>();
        Optional<YamlNode> identity = node.find("identity");
        if (identity.isPresent()) {
            for (Map.Entry<String, YamlNode> entry : identity.get().entries().entrySet()) {
                labels.put(entry.getKey(), entry.getValue().text());
            }
            if (labels.isEmpty()) {
                throw identity.get().error("identity names no label", "write identity: {cluster: prod-eu}");
            }
        }
        return labels;
    }
}
