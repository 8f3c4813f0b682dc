package dev.tars.console.release;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;

/** A person's unlocked key. Held only as long as one signature takes; never printed. */
public final class SigningKey {

    private final String name;
    private final PersonKey shown;
    private final PrivateKey secret;

    /** @param name whose it is */
    public SigningKey(String name, PersonKey shown, PrivateKey secret) {
        this.name = name;
        this.shown = shown;
        this.secret = secret;
    }

    /** A new key, from the system's random source. */
    public static SigningKey create(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(name, PersonKey.of(pair.getPublic()), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 15 and later have Ed25519", e);
        }
    }

    public String name() {
        return name;
    }

    public PersonKey publicKey() {
        return shown;
    }

    /** For the key file alone. */
    public byte[] encodedSecret() {
        return secret.getEncoded();
    }

    /** This person's consent to exactly what the request holds. */
    public Consent sign(ApprovalRequest request) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(request.message(name));
            return new Consent(name, signature.sign());
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("the key of " + name + " cannot sign", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 15 and later have Ed25519", e);
        }
    }

    @Override
    public String toString() {
        return "key of " + name + ", " + shown.shown();
    }
}
