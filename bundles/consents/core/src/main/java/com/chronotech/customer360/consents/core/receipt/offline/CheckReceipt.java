package com.chronotech.customer360.consents.core.receipt.offline;

import com.chronotech.customer360.consents.core.receipt.model.CompactJws;
import com.chronotech.customer360.consents.core.receipt.model.PlainJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code bin/check-receipt FILE [KEY.pem …]}: checks a receipt with nothing but the JDK. Ends with
 * 0 when the signature is that of a given key, 1 when it is not, 2 when something cannot be read.
 * Without a key it takes those of the container's {@code etc}, which the property {@code
 * customer360.keys} names.
 */
public final class CheckReceipt {
  private static final int SOUND = 0;
  private static final int FORGED = 1;
  private static final int UNREADABLE = 2;

  private CheckReceipt() {}

  /** Runs the command. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), System.getProperty("customer360.keys", ""), out));
  }

  /** Runs the command without ending the process, and tells how it ends. */
  static int run(List<String> arguments, String keyFolder, PrintStream out) {
    if (arguments.isEmpty()) {
      out.println("check-receipt FICHIER [CLÉ.pem …] · check-receipt FILE [KEY.pem …]");
      return UNREADABLE;
    }
    try {
      Optional<CompactJws> read = CompactJws.parse(Files.readString(Path.of(arguments.get(0))));
      if (read.isEmpty()) {
        out.println("ILLISIBLE : ce fichier n'est pas un reçu. · UNREADABLE: not a receipt.");
        return UNREADABLE;
      }
      List<Path> files = keyFiles(arguments.subList(1, arguments.size()), keyFolder);
      return check(read.get(), PublicKeys.read(files), out);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      out.println("ILLISIBLE · UNREADABLE: " + e.getMessage());
      return UNREADABLE;
    }
  }

  private static List<Path> keyFiles(List<String> named, String folder) throws IOException {
    if (!named.isEmpty()) {
      return named.stream().map(Path::of).toList();
    }
    List<Path> found = new ArrayList<>();
    for (Path place : List.of(Path.of(folder), Path.of(folder, "customer360-ledger-keys"))) {
      if (!folder.isEmpty() && Files.isDirectory(place)) {
        try (Stream<Path> files = Files.list(place)) {
          files.filter(file -> file.toString().endsWith(".pub.pem")).sorted().forEach(found::add);
        }
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("aucune clé publique · no public key");
    }
    return found;
  }

  private static int check(CompactJws jws, PublicKeys keys, PrintStream out) {
    Optional<String> signer = keys.signerOf(jws.signedBytes(), jws.signature());
    if (signer.isEmpty()) {
      out.println("FAUX : la signature n'est d'aucune des clés données.");
      out.println("FORGED: the signature is of none of the given keys.");
      out.println("kid: " + jws.keyId());
      return FORGED;
    }
    out.println("AUTHENTIQUE : la signature est bonne. · SOUND: the signature is right.");
    print("", PlainJson.object(jws.payload()), out);
    out.println("kid: " + signer.get());
    return SOUND;
  }

  private static void print(String prefix, Map<String, Object> members, PrintStream out) {
    members.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?>) {
            print(prefix + name + ".", PlainJson.inner(members, name), out);
          } else {
            out.println(prefix + name + ": " + printable(String.valueOf(value)));
          }
        });
  }

  /** A receipt may not move the terminal's cursor over what was printed before. */
  private static String printable(String value) {
    return value.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}
