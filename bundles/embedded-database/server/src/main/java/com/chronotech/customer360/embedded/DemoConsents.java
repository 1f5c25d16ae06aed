package com.chronotech.customer360.embedded;

import com.chronotech.customer360.consents.ConsentTransfer;
import com.chronotech.customer360.consents.ConsentTransfer.ImportReport;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.NoticeService;
import com.chronotech.customer360.demo.HostDatabase;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the invented customers agree and withdraw, once consents can be imported. It looks whether
 * this server's own database began with demo data: a database of anybody else is never touched.
 * Consents may be absent or come later, so that what it needs of them is optional.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = "com.chronotech.customer360.embedded",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DemoConsents {
  private static final Logger LOG = LoggerFactory.getLogger(DemoConsents.class);
  private static final String FILE = "demo-consents.csv";
  private static final Caller DEMO =
      new Caller("demo", OptionalLong.empty(), Set.of("admin"), Caller.DEFAULT_LOCALE);
  private static final int TRIES = 60;

  private final ConsentTransfer transfer;
  private final NoticeService notices;
  private final Callers callers;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "customer360-demo-consents");
  private final HostDatabase demo;

  /** Begins in the background, where there is something to do. */
  @Activate
  public DemoConsents(
      BundleContext context,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          ConsentTransfer transfer,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          NoticeService notices,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          Callers callers,
      Settings settings)
      throws IOException {
    this.transfer = transfer;
    this.notices = notices;
    this.callers = callers;
    Wishes.Configured wishes = Wishes.of(settings, context);
    boolean there = transfer != null && notices != null && callers != null;
    boolean wanted = there && settings.enabled() && beganWithDemoData(wishes.folder());
    this.demo = wanted ? wishes.demo() : null;
    thread.setDaemon(true);
    if (wanted) {
      thread.start();
    }
  }

  @Deactivate
  void stop() {
    ended.countDown();
  }

  private static boolean beganWithDemoData(Path folder) throws IOException {
    Path began = folder.toAbsolutePath().resolve(DataFolder.BEGAN);
    return Files.exists(began) && Files.readString(began).startsWith(Content.Demo.NAME);
  }

  private void run() {
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      demo.writeConsentsTo(file);
      for (int i = 0; i < TRIES && !imported(file.toByteArray()); i++) {
        if (ended.await(1, TimeUnit.SECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("ended while it was importing", e);
    } catch (IOException | RuntimeException e) {
      LOG.warn("the consents of the demo data were not imported: {}", e.getMessage());
      LOG.debug("the reason", e);
    }
  }

  /** Whether they are in; false while notices or the database are not there yet. */
  private boolean imported(byte[] file) {
    Callers.Scope bound = callers.enter(DEMO);
    try {
      if (notices.current(ConsentType.MARKETING_EMAIL).isEmpty()) {
        return false;
      }
      ImportReport report = transfer.importFile(FILE, new ByteArrayInputStream(file), lines -> {});
      if (report.faultCount() > 0) {
        LOG.warn("the consents of the demo data are refused: {}", report.faults().get(0));
      } else if (!report.repeated()) {
        LOG.info("{} consents of the demo data imported", report.recorded());
      }
      return true;
    } catch (ProblemException e) {
      if (e.kind() == ProblemException.Kind.UNAVAILABLE) {
        return false;
      }
      throw e;
    } finally {
      bound.close();
    }
  }
}
