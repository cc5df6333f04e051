"""The German words that the checks of wording look for."""

from vaultgoals.rules.lexicon import Grammar, Lexicon, listed

GERMAN = Lexicon(
    grammar=Grammar(
        verb_last=True,
        openers=listed(
            """
            bitte endlich ich immer ist mein meine möchte möchten regelmäßig unser unsere will wir
            wollen ziel
            """
        ),
        beginnings=listed("ein eine einen neue neuen neuer neues"),
        breaks=listed(
            """
            ab am an auf aus außer bei beim bis der des durch für gegen hinter im in ins je jede jeden
            jedes jährlich mit monatlich nach neben oder ohne per pro seit statt trotz täglich um und
            unter vom von vor wegen während wöchentlich zu zum zur zwischen über
            """
        ),
        particles=frozenset(),
        companions=frozenset(),
        often=listed(
            """
            abends dienstags donnerstags freitags je jede jeden jedes jährlich mittwochs monatlich
            montags morgens pro samstags sonntags täglich werktags wöchentlich
            """
        ),
        each=listed("je jede jeden jedes pro"),
        times=listed("dreimal einmal fünfmal mal sechsmal siebenmal viermal zehnmal zweimal"),
        numbers=listed(
            """
            acht achtzig drei dreimal dreißig dutzend einmal elf fünf fünfmal fünfzehn fünfzig halb
            halbe hundert keinerlei million millionen neun neunzig null sechs sechzig sieben siebzig
            tausend vier viermal vierzig zehn zwanzig zwei zweimal zwölf
            """
        ),
        periods=frozenset(),
        bounds=listed("auf um unter über"),
        below=listed("unter"),
        definite=listed("das dem den der des die"),
    ),
    results=listed(
        """
        abnehmen abwenden anlocken aufsteigen besiegen bezwingen einwerben eliminieren erhöhen erlangen
        erreichen erringen erwirtschaften erzielen gewinnen heilen loswerden maximieren minimieren
        qualifizieren reduzieren schlagen schrumpfen senken steigern verbannen verlieren vermehren
        vermindern verringern überholen übertreffen übertrumpfen überzeugen
        """
    ),
    chances=listed(
        """
        abbauen abbezahlen abschließen abwerben ankurbeln anziehen aufbauen ausbauen ausgleichen
        auslasten behalten beherrschen bekommen beschleunigen bestehen binden drücken einnehmen
        einsparen einstellen einwerben erhalten erreichen finden generieren gewinnen haben halbieren
        heben herausholen hereinholen hinzugewinnen holen knacken kommen kriegen landen laufen loswerden
        machen optimieren rekrutieren sammeln schaffen schießen sichern sprechen stärken tilgen
        unterbieten unterschreiten verbessern verdienen verdoppeln verdreifachen verhindern verkaufen
        verkürzen vermeiden vorbeugen werben werden überschreiten
        """
    ),
    prizes=listed(
        """
        abitur abo abonnement abonnent abschluss abschlusszeugnis abschlüsse absprung absturz abstürze
        abwanderung anerkannt anerkennung angenommen anmeldung annahme anstellung anteil antwortzeit
        applaus arbeitslosigkeit armut aufruf auftrag auftragsbestand aufträge ausbeute ausbildungsplatz
        ausfall ausfälle ausgabe ausgezeichnet auslastung ausschuss auszeichnung bearbeitungszeit
        befördert beförderung beifall bekanntheit beliebt berühmt beschwerde bestand bestellung
        bestseller bestzeit bestätigt besucher bewerber bewertung bewilligt blutdruck blutzucker bonus
        buchung chef cholesterin conversion darlehen dauerstelle deal download durchlaufzeit durchsatz
        durchschnitt ehrenamtliche einbruch einbrüche einkommen einnahme eins elo emission empfehlung
        ensemble erfolg erhöhung ersparnis ertrag erträge euro examen fan fehler fehlstunde fehltag
        fehlzeit festanstellung fett finale finanzierung fließend fluktuation follower freiwillige
        fußabdruck fördergeld fördermittel förderung führerschein gehalt gehaltserhöhung geld
        genauigkeit genehmigt genehmigung gewicht gewinn gewählt gold gunst halbfinale handicap helfer
        hypothek hörer infektion interessent investor jobzusage kapitän kg kilo klassenerhalt klausur
        klick konversion konvertierung kosten krankenstand krankheitstag kriminalität kunde körperfett
        kündigung ladezeit latenz lead leiter leser lieferzeit liga liste lizenz lohn lärm mandat
        mannschaft marge marktanteil marktführer matura medaille mehrheit meister meisterschaft mieter
        migräne millionär mitglied muskel muskelmasse müll müllmenge nachfrage neukunde nominiert
        nominierung note notenschnitt nutzer orchester platz platzierung podium pokal praktikum preis
        produktivität provision prüfung punktzahl quote rang ranking rate reaktionszeit rechnung
        registrierung reichweite reklamation rekord rendite reputation respekt retoure ruhepuls rückfall
        rückfälle rückgabe rückläufer rückstand schmerz schnitt schulden sichtbarkeit sieg sieger silber
        spende spender sponsor stau stimme stimmen stipendium streit stromverbrauch studienplatz sturz
        störung stürze symptom taille tantieme teilnehmer teilnehmerzahl titel todesfall tore traffic
        traumjob turnier umsatz unfall unfälle unterschrift verbrauch verfügbarkeit verkauf verkäufe
        verlust vermögen verschuldung verspätung vertrag vertrauen verträge viral vorfall vorfälle
        wartezeit weltmeister wettbewerb zertifikat zeugnis zeugnisnote zitat zitation zufrieden
        zufriedenheit zugriff zulassung zusage zuschauer zuschuss überschuss
        """
    ),
    places=listed(
        """
        auswahl bestsellerliste charts endrunde finale kader liga mannschaft podest spitze treppchen
        """
    ),
    judging=frozenset(),
    marks=frozenset(),
    gains=listed(
        """
        abnahme aufstieg beförderung erhöhung gewichtsverlust reduktion reduzierung senkung steigerung
        verdopplung wachstum
        """
    ),
    own=listed(
        """
        ablenkung alkohol angebot anruf bericht besprechung besuch bett bewerbung bier bildschirmzeit
        brühe eier einheit eiweiß fernsehen fleisch fond gespräch gewichte gewohnheit handy handyzeit
        kaffee lauf mail medienzeit minute nachrichten papierkram plastik portion probeklausur
        probeprüfung sahne salz schlagzeug schokolade schritt seite soße spaziergang stunde süßigkeit
        teig tempo termin training trommel unordnung wasser wein wort zahl zigarette zucker überstunde
        übung übungstest
        """
    ),
    deeds=listed(
        """
        abbestellen abgeben abholen absagen abschicken absprechen analysieren anlegen anmelden anpassen
        anrufen anschreiben ansprechen anstreichen arbeiten archivieren atmen aufbauen aufführen
        aufnehmen aufräumen aufschreiben aufsetzen ausfüllen ausliefern ausmisten ausprobieren
        ausrichten ausrollen aussortieren ausstellen auswerten auswählen automatisieren backen basteln
        bauen beantworten befragen begleiten begrüßen beschneiden beschriften besichtigen bestellen
        besuchen beten betreuen bewerben binden bohren brauen buchen bügeln coachen danken dehnen
        demonstrieren deployen dichten digitalisieren diskutieren dokumentieren drehen drucken
        durchführen dämmen einbauen einführen einkaufen einkochen einladen einlegen einreichen
        einrichten entrümpeln entwerfen entwickeln erklären erledigen erneuern ernten ersetzen erstellen
        eröffnen fertigschreiben fertigstellen filmen fluchen fotografieren frühstücken führen füttern
        gehen gestalten gießen gründen helfen hochladen häkeln hören impfen implementieren installieren
        interviewen inventarisieren jammern joggen journaln jäten katalogisieren kaufen kehren kleben
        kneten kochen komponieren konfigurieren kontaktieren kontrollieren korrigieren lackieren
        launchen layouten legen lernen lesen loben löschen löten mailen malen meckern meditieren melden
        melken migrieren mitarbeiten mitmachen moderieren mulchen mähen naschen notieren nähen nörgeln
        ordnen organisieren packen pflanzen pflegen planen posten proben produzieren programmieren
        protokollieren präsentieren prüfen publizieren putzen rauchen recherchieren reden refaktorieren
        relaunchen renovieren reparieren rezensieren rudern rufen räumen rühren sammeln saugen scannen
        scheren schimpfen schleifen schneiden schnitzen schreiben schulen schweißen senden setzen
        sichern singen sortieren spazieren spenden spülen starten stellen streichen streiten stricken
        studieren säen tapezieren tauschen teilnehmen telefonieren testen trainieren treffen turnen
        töpfern umbauen umsetzen umstellen umziehen unterrichten veranstalten verbinden verbreiten
        vereinbaren verfassen vergleichen verlegen verschicken versenden verteilen veröffentlichen
        vorbereiten vorlesen vorstellen vortragen wandern waschen weben wechseln wiederholen wischen
        zeichnen zeigen zubereiten zusammenfassen zusammenführen zählen ölen üben überarbeiten
        übersetzen
        """
    ),
    feats=listed(
        """
        aufstehen drücken essen fahren gehen halten heben klettern laufen machen radeln radfahren rennen
        rudern schlafen schwimmen singen spielen sprechen tanzen trinken turnen
        """
    ),
    makings=listed("abschließen beenden fertigmachen halten machen schaffen"),
    works=listed(
        """
        album anleitung antrag app archiv artikel aufführung aufsatz aufsätze ausstellung bachelorarbeit
        bad band basar beitrag beiträge bericht bett bibliothek blogbeitrag blogbeiträge broschüre buch
        budget bücher chor dachboden dashboard datensatz decke dienst dissertation doktorarbeit feier
        fest flohmarkt flyer folge forum funktion garten gruppe handbuch haus heft hütte intranet
        kalender kampagne kapitel katalog keller kleid konzept konzert kurs küche laden lebenslauf
        lesung lied logo masterarbeit migration modell modus musical mütze newsletter paket paper plakat
        podcast portal portfolio profil projekt prototyp regal rezept roman sammlung schal schrank seite
        shop skript studie stuhl stück system tabelle teich terrasse tisch umfrage verein video vorlage
        vortrag vorträge wandbild webinar webseite website werkzeug wohnung workshop zaun zeitschrift
        """
    ),
    projects=listed(
        """
        ausbau einführung eröffnung gründung launch migration modernisierung neubau neugestaltung
        redesign relaunch renovierung rollout sanierung umbau umgestaltung umstellung umzug
        veröffentlichung überarbeitung
        """
    ),
    nouns=frozenset(),
    comparatives=listed(
        """
        achtsamer aktiver aufmerksamer ausgeglichener besser bessere besseren besserer besseres
        bewusster disziplinierter effizienter effizientere einfacher einfachere engagierter enger engere
        entspannter fitter fokussierter freundlicher freundlichere früher geduldiger gelassener gesünder
        gesündere glücklicher glücklichere größer größere größeres günstiger härter häufiger höher
        höhere intensiver klarer klarere klüger konzentrierter kreativer leichter liebevoller länger
        mehr motivierter mutiger nachhaltiger netter ordentlicher organisierter produktiver pünktlicher
        ruhiger sauberer sauberere schlanker schneller schnellere schnelleres selbstbewusster seltener
        sparsamer sportlicher strukturierter stärker stärkere stärkeres tiefer tiefere weniger
        zufriedener zufriedenere öfter
        """
    ),
    comparative_endings=("ere", "erer", "eres", "erem", "iger"),
    no_comparatives=listed(
        """
        andere anderem anderer anderes barriere beere besondere besonderer besonderes bisheriger einiger
        euere flieger galeere geiger gläubiger heutiger hintere höhere-bildung höhere-gewalt
        höhere-mathematik höhere-schule höheren-mathematik höheren-schule höherer-mathematik innere
        innerer inneres karriere krieger leere leerer lehrer mehrere misere obere oberer prediger schere
        schwere schwerem schwerer schweres sieger spiegel steiger teure teurer tiger unsere unserer
        unseres untere unterer vordere ware weitere weiterer weiteres zeiger äußere
        """
    ),
    negations=listed("kein keine keinen nicht nichts nie ohne"),
    betterments=listed("ausbauen intensivieren optimieren stärken verbessern verfeinern vertiefen"),
    states=listed(
        """
        achtsam aktiv dankbar diszipliniert entspannt fit fokussiert freundlich geduldig gelassen gesund
        glücklich gut kreativ motiviert ordentlich organisiert positiv produktiv pünktlich ruhig
        selbstbewusst sparsam
        """
    ),
    being=listed("bleiben leben sein werden"),
)
