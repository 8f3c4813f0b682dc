package dev.tars.console.promql;

import java.util.List;

/**
 * The signature of a function.
 *
 * @param takes types of the arguments in order; the last one may repeat or be left out when {@code variadic} is not 0
 * @param variadic 0: exactly {@code takes}; n: the last argument from 0 to n times; -1: any number of times
 */
public record Function(String name, List<ValueType> takes, int variadic, ValueType returns) {

    public Function {
        takes = List.copyOf(takes);
    }

    /** The type wanted for an argument, counted from 0. */
    public ValueType argument(int index) {
        return takes.get(Math.min(index, takes.size() - 1));
    }
}
