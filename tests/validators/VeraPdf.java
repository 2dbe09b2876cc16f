import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.verapdf.processor.reports.enums.JobEndStatus;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Takes flavours as arguments and PDF paths, one a line, on standard input; gives one line of JSON for
 * each path and flavour, and as its last line the number of them; never changes a PDF.
 *
 * The profiles are read here, from the XML in veraPDF's own jar, since the stock loader needs JAXB.
 */
public final class VeraPdf {
    private static final String PROFILES = "/org/verapdf/pdfa/validation/";
    private static final Map<String, String> PROFILE_FILES = Map.of(
            "ua1", "PDFUA-1.xml", "1a", "PDFA-1A.xml", "1b", "PDFA-1B.xml", "2a", "PDFA-2A.xml",
            "2b", "PDFA-2B.xml", "2u", "PDFA-2U.xml", "3a", "PDFA-3A.xml");
    private static final int SHOWN_PER_RULE = 1;

    public static void main(String[] flavours) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        Map<String, ValidationProfile> profiles = new LinkedHashMap<>();
        for (String flavour : flavours) {
            profiles.put(flavour, readProfile(flavour));
        }
        // Whatever a library prints must not mix with the results.
        PrintStream results = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int told = 0;
        for (String path = paths.readLine(); path != null; path = paths.readLine()) {
            for (Map.Entry<String, ValidationProfile> entry : profiles.entrySet()) {
                results.println(validate(path, entry.getKey(), entry.getValue()));
                told++;
            }
        }
        results.println(told);
    }

    private static String validate(String path, String flavour, ValidationProfile profile) {
        PDFAFlavour target = profile.getPDFAFlavour();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), target);
             PDFAValidator validator =
                     ValidatorFactory.createValidator(profile, SHOWN_PER_RULE, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.getJobEndStatus() != JobEndStatus.NORMAL) {
                return unread(path, flavour, "stopped: " + result.getJobEndStatus());
            }
            return told(path, flavour, result);
        } catch (Exception | StackOverflowError | OutOfMemoryError problem) {
            return unread(path, flavour, problem.toString());
        }
    }

    private static String told(String path, String flavour, ValidationResult result) {
        Map<RuleId, String> messages = new LinkedHashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String message = assertion.getErrorMessage();
                messages.putIfAbsent(assertion.getRuleId(),
                        (message == null ? assertion.getMessage() : message)
                                + " [" + assertion.getLocation().getContext() + "]");
            }
        }
        List<String> failures = new ArrayList<>();
        for (Map.Entry<RuleId, Integer> failed : result.getFailedChecks().entrySet()) {
            RuleId id = failed.getKey();
            failures.add(failure(id.getClause(), id.getTestNumber(),
                    messages.getOrDefault(id, ""), failed.getValue()));
        }
        return line(path, flavour, result.isCompliant(), result.getTotalAssertions(), failures);
    }

    private static String unread(String path, String flavour, String why) {
        return line(path, flavour, false, 0, List.of(failure("unread", 0, why, 1)));
    }

    private static String line(
            String path, String flavour, boolean passed, int checks, List<String> failures) {
        return "{\"path\": " + quoted(path) + ", \"flavour\": " + quoted(flavour)
                + ", \"passed\": " + passed + ", \"checks\": " + checks
                + ", \"failures\": [" + String.join(", ", failures) + "]}";
    }

    private static String failure(String clause, int test, String message, int count) {
        return "[" + quoted(clause) + ", " + test + ", " + quoted(message) + ", " + count + "]";
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            if (letter == '"' || letter == '\\') {
                out.append('\\').append(letter);
            } else if (letter < ' ' || letter > '~') {
                out.append(String.format("\\u%04x", (int) letter));
            } else {
                out.append(letter);
            }
        }
        return out.append('"').toString();
    }

    private static ValidationProfile readProfile(String flavour) throws Exception {
        String file = PROFILE_FILES.get(flavour);
        if (file == null) {
            throw new IllegalArgumentException("no profile for flavour " + flavour);
        }
        Element profile;
        try (InputStream xml = VeraPdf.class.getResourceAsStream(PROFILES + file)) {
            if (xml == null) {
                throw new IOException("the jar has no " + PROFILES + file);
            }
            profile = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
        }
        Element details = child(profile, "details");
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element rule : children(child(profile, "rules"), "rule")) {
            rules.add(readRule(rule));
        }
        Set<Variable> variables = new LinkedHashSet<>();
        Element declared = child(profile, "variables");
        if (declared != null) {
            for (Element variable : children(declared, "variable")) {
                variables.add(Profiles.variableFromValues(variable.getAttribute("name"),
                        variable.getAttribute("object"), text(variable, "defaultValue"), text(variable, "value")));
            }
        }
        return Profiles.profileFromValues(PDFAFlavour.valueOf(profile.getAttribute("flavour")),
                Profiles.profileDetailsFromValues(text(details, "name"), text(details, "description"),
                        details.getAttribute("creator"), new Date(0)),
                "", rules, variables);
    }

    private static Rule readRule(Element rule) {
        Element id = child(rule, "id");
        Element error = child(rule, "error");
        List<ErrorArgument> arguments = new ArrayList<>();
        Element listed = child(error, "arguments");
        if (listed != null) {
            for (Element argument : children(listed, "argument")) {
                String name = argument.hasAttribute("name") ? argument.getAttribute("name") : null;
                arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent().strip(), name, null));
            }
        }
        ErrorDetails details = Profiles.errorFromValues(text(error, "message"), arguments);
        RuleId number = Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        List<Reference> references = List.of();
        return Profiles.ruleFromValues(number, rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
                text(rule, "description"), text(rule, "test"), details, references);
    }

    private static Element child(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element && node.getNodeName().equals(name)) {
                found.add((Element) node);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        Element found = child(parent, name);
        return found == null ? "" : found.getTextContent().strip();
    }
}
