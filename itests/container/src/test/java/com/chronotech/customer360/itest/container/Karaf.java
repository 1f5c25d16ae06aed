package com.chronotech.customer360.itest.container;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureSecurity;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.LogLevelOption;

/** The two containers under test. */
final class Karaf {

  private static final String EMBEDDED = "etc/com.chronotech.customer360.embedded.cfg";
  private static final String WEB = "etc/org.ops4j.pax.web.cfg";

  private Karaf() {}

  /** What an administrator unpacks, with the embedded database and thirty demo customers. */
  static Option[] distribution() {
    String version = System.getProperty("customer360.version");
    String archive =
        System.getProperty("customer360.root")
            + "/karaf-distribution/target/customer360-"
            + version
            + ".tar.gz";
    return new Option[] {
      karafDistributionConfiguration()
          .frameworkUrl(new File(archive).toURI().toString())
          .karafVersion(System.getProperty("customer360.karaf"))
          .name("Customer 360")
          .unpackDirectory(new File("target/distribution"))
          .useDeployFolder(false),
      editConfigurationFilePut(
          "etc/custom.system.properties", "customer360.database", "customer360-embedded-database"),
      editConfigurationFilePut(EMBEDDED, "demo.customers", "30"),
      common()
    };
  }

  /** A plain Karaf, which knows nothing of Customer 360. */
  static Option[] plain() {
    String version = System.getProperty("customer360.karaf");
    String archive =
        System.getProperty("customer360.repository")
            + "/org/apache/karaf/apache-karaf/"
            + version
            + "/apache-karaf-"
            + version
            + ".tar.gz";
    return new Option[] {
      karafDistributionConfiguration()
          .frameworkUrl(new File(archive).toURI().toString())
          .karafVersion(version)
          .name("Apache Karaf")
          .unpackDirectory(new File("target/plain"))
          .useDeployFolder(false),
      // What the administrator of a serving container sets once, as docs/deployment.md tells: KARs
      // cannot be told one by one to leave optional wires of others alone.
      editConfigurationFilePut("etc/org.apache.karaf.features.cfg", "autoRefresh", "false"),
      editConfigurationFilePut(
          "etc/org.apache.karaf.management.cfg", "rmiRegistryPort", freePort()),
      editConfigurationFilePut("etc/org.apache.karaf.management.cfg", "rmiServerPort", freePort()),
      common()
    };
  }

  private static Option common() {
    String karaf = System.getProperty("customer360.karaf");
    String specs = "lib/endorsed/org.apache.karaf.specs.";
    return composite(
        keepRuntimeFolder(),
        logLevel(LogLevelOption.LogLevel.INFO),
        configureConsole().ignoreLocalConsole(),
        configureSecurity().disableKarafMBeanServerBuilder(),
        editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", freePort()),
        editConfigurationFilePut(WEB, "org.osgi.service.http.port", freePort()),
        editConfigurationFilePut(WEB, "org.ops4j.pax.web.listening.addresses", "127.0.0.1"),
        handOver("customer360.version"),
        handOver("customer360.root"),
        handOver("org.ops4j.pax.url.mvn.localRepository"),
        vmOptions(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djdk.util.zip.disableZip64ExtraFieldValidation=true",
            "--add-reads=java.xml=java.logging",
            "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
            "--patch-module",
            "java.base=" + specs + "locator-" + karaf + ".jar",
            "--patch-module",
            "java.xml=" + specs + "java.xml-" + karaf + ".jar",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
            "--add-opens=java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.ftp=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED",
            "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
            "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
            "-classpath",
            "lib/jdk9plus/*"
                + File.pathSeparator
                + "lib/boot/*"
                + File.pathSeparator
                + "lib/endorsed/*"));
  }

  private static Option handOver(String property) {
    return systemProperty(property).value(System.getProperty(property));
  }

  private static String freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
