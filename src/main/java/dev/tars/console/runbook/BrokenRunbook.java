package dev.tars.console.runbook;

import dev.tars.console.base.Problem;
import dev.tars.console.document.DocumentException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A file that is refused, with everything that is wrong with it, in the order of the file. */
public final class BrokenRunbook extends Exception implements Problem.Carrier {
    private static final long serialVersionUID = 1L;

    private final List<DocumentException> errors;

    /** @param errors at least one */
    public BrokenRunbook(List<DocumentException> errors) {
        super(errors.stream().map(DocumentException::getMessage).collect(Collectors.joining("\n")), errors.get(0));
        this.errors = errors.stream()
                .sorted(Comparator.comparing(DocumentException::file)
                        .thenComparing(DocumentException::line)
                        .thenComparing(DocumentException::column))
                .toList();
    }

    /** Each with file, line, column, cause and mend. */
    public List<DocumentException> errors() {
        return errors;
    }

    @Override
    public Problem problem() {
        DocumentException first = errors.get(0);
        String more = errors.stream().skip(1).map(DocumentException::getMessage).collect(Collectors.joining("\n"));
        return new Problem(
                first.reason(),
                first.file() + ":" + first.line() + ":" + first.column(),
                "Nothing of this file can be run.",
                first.mend(),
                more);
    }
}
