package com.chronotech.customer360.itests.database.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.ProfileNode;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.profile.ChangeSet;
import com.chronotech.customer360.profile.ProfileChange;
import com.chronotech.customer360.profile.ProfileService.Changed;
import java.util.List;

/** Changes of a profile that are taken back. */
class ProfileRevertTest {

  @EveryServer
  void areRevertedUnlessChangedLater(TestPlatform platform) {
    ProfileNode node = new ProfileNode(platform);
    long customer = platform.newCustomer();
    ChangeSet both =
        node.profiles()
            .change(ProfileChange.of(customer).taxExempt(true).segments(List.of("VIP")).build())
            .changes();
    Changed back = node.profiles().revert(customer, both.id(), "erreur");
    assertThat(back.profile().fields().taxExempt()).isFalse();
    assertThat(back.profile().fields().segments()).isEmpty();
    assertThat(back.changes().reverts()).isEqualTo(both.id());
    assertThat(ProfileChangesTest.told(platform, customer).get(0).title())
        .isEqualTo("Profil rétabli\u00a0: segments, exemption de taxes");

    ProblemException twice =
        catchThrowableOfType(
            ProblemException.class, () -> node.profiles().revert(customer, both.id(), null));
    assertThat(twice.kind()).isEqualTo(ProblemException.Kind.CONFLICT);

    Changed forth = node.profiles().revert(customer, back.changes().id(), null);
    assertThat(forth.profile().fields().segments()).containsExactly("VIP");
    platform.database().update("update customers set tax_exempt = false where id = " + customer);
    ProblemException conflict =
        catchThrowableOfType(
            ProblemException.class,
            () -> node.profiles().revert(customer, forth.changes().id(), null));
    assertThat(conflict.violations()).extracting(Violation::field).containsExactly("tax_exempt");
    assertThat(node.profiles().profile(customer, null).fields().segments()).containsExactly("VIP");
    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () -> node.profiles().revert(platform.newCustomer(), both.id(), null))
                .kind())
        .isEqualTo(ProblemException.Kind.NOT_FOUND);
  }
}
