package dev.tars.console.runbook.client;

import dev.tars.console.runbook.ProbeFailed;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Figures of JUnit, Cobertura and JaCoCo XML. Neither document types nor entities are followed: a report is a stranger's
 * file. Sources: the JUnit schema of Maven Surefire and pytest, coverage-04.dtd of Cobertura, report.dtd 1.1 of JaCoCo.
 */
final class ReportXml {
    static final String LINES = "lines";
    static final String COVERED = "lines covered";

    private ReportXml() {}

    static Map<String, Double> read(byte[] bytes, String file) throws ProbeFailed {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.hasNext() && xml.next() != XMLStreamConstants.START_ELEMENT) {
                // what stands before the root
            }
            Map<String, Double> figures = switch (xml.getLocalName()) {
                case "testsuites", "testsuite" -> junit(xml);
                case "coverage" -> cobertura(xml);
                case "report" -> jacoco(xml);
                default ->
                    throw new ProbeFailed(
                            "no report",
                            file + " is no report that is known: <" + xml.getLocalName() + ">",
                            "write JUnit, Cobertura or JaCoCo XML");
            };
            while (xml.hasNext()) {
                // to its end: a report that is cut off is no report
                xml.next();
            }
            return figures;
        } catch (XMLStreamException e) {
            throw new ProbeFailed("no report", file + " is no whole XML", "let the tool write it again", file, e);
        }
    }

    /** Counts the cases themselves: totals of suites are left out by some tools, and doubled by nested suites in others. */
    private static Map<String, Double> junit(XMLStreamReader xml) throws XMLStreamException {
        Map<String, Double> figures =
                new TreeMap<>(Map.of("tests", 0.0, "failures", 0.0, "errors", 0.0, "skipped", 0.0, "failed", 0.0));
        boolean inCase = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("testcase")) {
                inCase = false;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "testcase" -> {
                        inCase = true;
                        figures.merge("tests", 1.0, Double::sum);
                    }
                    // An error outside of a case is one while a suite was set up.
                    case "failure" -> both(figures, "failures");
                    case "error" -> both(figures, "errors");
                    case "skipped" -> figures.merge("skipped", inCase ? 1.0 : 0.0, Double::sum);
                    default -> {
                        // properties, output
                    }
                }
            }
        }
        return figures;
    }

    private static void both(Map<String, Double> figures, String name) {
        figures.merge(name, 1.0, Double::sum);
        figures.merge("failed", 1.0, Double::sum);
    }

    /** Totals of the root where it has them; without them its rate, as of one line. */
    private static Map<String, Double> cobertura(XMLStreamReader xml) {
        Optional<Double> valid = number(xml, "lines-valid");
        Optional<Double> covered = number(xml, "lines-covered");
        if (valid.isPresent() && covered.isPresent()) {
            return Map.of(LINES, valid.get(), COVERED, covered.get());
        }
        return number(xml, "line-rate")
                .map(rate -> Map.of(LINES, 1.0, COVERED, rate))
                .orElse(Map.of());
    }

    private static Map<String, Double> jacoco(XMLStreamReader xml) throws XMLStreamException {
        Map<String, Double> figures = new TreeMap<>();
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                // The counters of the whole report stand directly under its root.
                boolean isTotal = depth == 2
                        && xml.getLocalName().equals("counter")
                        && "LINE".equals(xml.getAttributeValue(null, "type"));
                if (isTotal) {
                    double missed = number(xml, "missed").orElse(0.0);
                    double covered = number(xml, "covered").orElse(0.0);
                    figures.put(LINES, missed + covered);
                    figures.put(COVERED, covered);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return figures;
    }

    private static Optional<Double> number(XMLStreamReader xml, String name) {
        try {
            return Optional.ofNullable(xml.getAttributeValue(null, name))
                    .map(Double::valueOf)
                    .filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
