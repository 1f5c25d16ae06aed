<?xml version="1.0" encoding="UTF-8"?>
<!--
  Cuts the features file of one KAR out of the whole: the feature named by $root and all that it
  leads to. Everything but the root is marked install="manual", so that deploying the KAR asks for
  the root alone and taking the KAR away leaves what another one still needs.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:k="http://karaf.apache.org/xmlns/features/v1.6.0">
  <xsl:param name="root"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:variable name="wanted">
    <xsl:call-template name="closure">
      <xsl:with-param name="names" select="concat('|', $root, '|')"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:template name="closure">
    <xsl:param name="names"/>
    <xsl:variable name="next" select="/k:features/k:feature[contains($names, concat('|', @name, '|'))]/k:feature[starts-with(., 'customer360') and not(contains($names, concat('|', ., '|')))][1]"/>
    <xsl:choose>
      <xsl:when test="$next">
        <xsl:call-template name="closure">
          <xsl:with-param name="names" select="concat($names, $next[1], '|')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$names"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="/k:features">
    <xsl:copy>
      <xsl:attribute name="name"><xsl:value-of select="$root"/>-kar</xsl:attribute>
      <xsl:apply-templates select="k:feature[contains($wanted, concat('|', @name, '|'))]"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="k:features/k:feature">
    <xsl:copy>
      <xsl:copy-of select="@*[name() != 'install']"/>
      <xsl:if test="@name != $root"><xsl:attribute name="install">manual</xsl:attribute></xsl:if>
      <xsl:copy-of select="node()"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
