package dev.tars.console.release;

import java.util.List;

/** Port: the keys on this machine. Both methods block. */
public interface Keys {

    /** Whose keys there are. */
    List<String> names() throws Exception;

    /**
     * Opens someone's key; the passphrase is wiped, whatever comes of it.
     *
     * @throws Exception with a problem, where the passphrase is wrong or there is no such key
     */
    SigningKey open(String name, char[] passphrase) throws Exception;
}
