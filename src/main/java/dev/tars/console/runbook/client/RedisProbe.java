package dev.tars.console.runbook.client;

import dev.tars.console.base.Unit;
import dev.tars.console.document.DocumentException;
import dev.tars.console.document.Nearest;
import dev.tars.console.runbook.Answer;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Probe;
import dev.tars.console.runbook.ProbeContext;
import dev.tars.console.runbook.ProbeFailed;
import dev.tars.console.runbook.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * {@code redis}: one command that only reads, such as {@code PING}, {@code INFO memory}, {@code XLEN KEY}, {@code XINFO GROUPS KEY},
 * {@code XREVRANGE KEY + - COUNT 100}, {@code LASTSAVE}. {@code on=NAME} names the server where there are several. {@code take=}
 * names a field of {@code INFO}, {@code XINFO} or the entries of a stream (of one without it the text says so), or
 * {@code age} for the time since a LASTSAVE.
 */
public final class RedisProbe implements Probe {
    private static final String[] COMMANDS = {
        "PING",
        "INFO",
        "LASTSAVE",
        "DBSIZE",
        "XLEN",
        "XINFO",
        "XPENDING",
        "XRANGE",
        "XREVRANGE",
        "EXISTS",
        "TYPE",
        "TTL",
        "LLEN",
        "HLEN",
        "SCARD",
        "ZCARD",
        "STRLEN",
        "ROLE"
    };

    private final Map<String, Supplier<Jedis>> servers;
    private final Executor executor;

    /**
     * A probe of these servers.
     *
     * @param servers name to a new connection, closed by the probe; one alone needs no {@code on=}
     * @param executor waits for the server; not the one probes run on
     */
    public RedisProbe(Map<String, Supplier<Jedis>> servers, Executor executor) {
        this.servers = Map.copyOf(servers);
        this.executor = executor;
    }

    @Override
    public String kind() {
        return "redis";
    }

    @Override
    public void check(Block block) throws DocumentException {
        Taking.refuseForeign(block, false, false);
        block.attributes().allowOnly("expect", "timeout", "unit", "take", "on");
        Taking.refuseNone(block);
        boolean isAge = Taking.of(block, "").equals("age");
        Taking.refuseUnitless(block, isAge ? Unit.SECONDS : Unit.COUNT);
        List<String> words = words(block.question());
        String command = words.get(0).toUpperCase(Locale.ROOT);
        if (!List.of(COMMANDS).contains(command)) {
            throw block.inBody(0, 0)
                    .error("\"" + words.get(0) + "\" is no reading command", Nearest.of(command, COMMANDS));
        }
        if (block.question().contains("\n")) {
            throw block.inBody(1, 0).error("a second command", "write one a block");
        }
        if (isAge && !command.equals("LASTSAVE")) {
            throw block.attributes().error("take", "age is of LASTSAVE", "write LASTSAVE, or take a field");
        }
        if (command.equals("INFO") && !block.attributes().has("take")) {
            throw block.inBody(0, 0).error("INFO has many fields", "say with take=FIELD which one is judged");
        }
    }

    private static List<String> words(String question) {
        return List.of(question.strip().split("\\s+"));
    }

    @Override
    public Answer ask(Block block, ProbeContext context) throws ProbeFailed, InterruptedException {
        String question = context.fill(block.question());
        String name = server(block);
        Supplier<Jedis> server = servers.getOrDefault(name, () -> {
            throw new IllegalStateException(name);
        });
        String askedOf = "Redis " + name;
        AtomicReference<Jedis> open = new AtomicReference<>();
        try {
            Object answer =
                    Interruptible.call(executor, () -> send(server, words(question), open), () -> abort(open.get()));
            return answer(block, question, askedOf, answer, context.clock().instant());
        } catch (InterruptedException | ProbeFailed e) {
            throw e;
        } catch (JedisConnectionException e) {
            throw new ProbeFailed(
                    "unreachable", "Redis does not answer: " + e.getMessage(), "see that it runs", askedOf, e);
        } catch (JedisException e) {
            throw new ProbeFailed("refused", "Redis says: " + e.getMessage(), "mend the command", askedOf, e);
        } catch (Exception e) {
            throw new ProbeFailed("failed", "asking Redis failed: " + e, "", askedOf, e);
        }
    }

    private String server(Block block) throws ProbeFailed {
        Optional<String> on = block.attributes().find("on");
        if (on.isEmpty() && servers.size() == 1) {
            return servers.keySet().iterator().next();
        }
        String names = String.join(", ", new TreeSet<>(servers.keySet()));
        if (on.isEmpty() || !servers.containsKey(on.get())) {
            throw new ProbeFailed(
                    "no server",
                    on.isEmpty() ? "there are several servers" : "no Redis " + on.get() + " in this environment",
                    names.isEmpty() ? "name one in the environment's settings" : "write on= with one of " + names);
        }
        return on.get();
    }

    private static Object send(Supplier<Jedis> server, List<String> words, AtomicReference<Jedis> open) {
        try (Jedis jedis = server.get()) {
            open.set(jedis);
            String command = words.get(0).toUpperCase(Locale.ROOT);
            String[] arguments = words.subList(1, words.size()).toArray(new String[0]);
            return jedis.sendCommand(Protocol.Command.valueOf(command), arguments);
        }
    }

    private static void abort(@Nullable Jedis jedis) {
        if (jedis != null) {
            jedis.disconnect();
        }
    }

    private static Answer answer(Block block, String question, String askedOf, Object answer, Instant now) {
        Object read = read(answer);
        String take = Taking.of(block, "");
        List<Value> values = new ArrayList<>();
        if (take.equals("age") && read instanceof String seconds) {
            Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now);
            // A save of the very second the server's clock is ahead of ours.
            values.add(Value.of("age", (double) Math.max(0, age.toSeconds()), Unit.SECONDS));
        } else if (take.isEmpty()) {
            values.addAll(read instanceof List<?> list ? each(block, list) : List.of(value(block, "", read)));
        } else {
            fields(read, take, "", values, block);
        }
        String asked = take.isEmpty() ? question : question + "\ntake " + take;
        return Answer.of(asked, askedOf, String.valueOf(read), values);
    }

    private static List<Value> each(Block block, List<?> list) {
        List<Value> values = new ArrayList<>();
        for (Object member : list) {
            values.add(value(block, "", member));
        }
        return values;
    }

    private static Value value(Block block, String name, @Nullable Object value) {
        return Taking.value(block, name, value == null ? "" : String.valueOf(value));
    }

    /** A field of INFO's lines, of a list of names and values, or of each entry of a stream. */
    private static void fields(@Nullable Object read, String take, String name, List<Value> values, Block block) {
        if (read instanceof String text) {
            text.lines()
                    .filter(line -> line.startsWith(take + ":"))
                    .forEach(line -> values.add(Taking.value(
                            block, take, line.substring(take.length() + 1).strip())));
        } else if (read instanceof List<?> list) {
            Optional<Map<String, Object>> pairs = pairs(list);
            if (pairs.isPresent()) {
                // An entry of a stream without the field is an answer, and a bad one.
                Object absent = name.isEmpty() ? "" : "(no " + take + ")";
                Object found = pairs.get().getOrDefault(take, absent);
                values.add(value(block, name.isEmpty() ? take : name, found));
            } else if (isEntry(list)) {
                fields(list.get(1), take, String.valueOf(list.get(0)), values, block);
            } else {
                list.forEach(member -> fields(member, take, "", values, block));
            }
        }
    }

    private static boolean isEntry(List<?> list) {
        return list.size() == 2 && list.get(0) instanceof String id && id.matches("[0-9]+-[0-9]+");
    }

    private static Optional<Map<String, Object>> pairs(List<?> list) {
        Map<String, Object> pairs = new LinkedHashMap<>();
        if (list.isEmpty() || list.size() % 2 != 0 || isEntry(list)) {
            return Optional.empty();
        }
        for (int i = 0; i < list.size(); i += 2) {
            if (!(list.get(i) instanceof String key)) {
                return Optional.empty();
            }
            Object value = list.get(i + 1);
            pairs.put(key, value == null ? "" : value);
        }
        return Optional.of(pairs);
    }

    private static @Nullable Object read(@Nullable Object answer) {
        if (answer instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (answer instanceof List<?> list) {
            List<@Nullable Object> texts = new ArrayList<>();
            for (Object member : list) {
                texts.add(read(member));
            }
            return texts;
        }
        return answer == null ? null : String.valueOf(answer);
    }
}
